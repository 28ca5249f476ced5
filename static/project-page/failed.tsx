import type { ReactElement } from 'react';
import type { JiraProblem } from '#ports/issue-records';
import { Notice } from '../shared/notice';

/** Nothing came, and what can be done about it. */
export default function Failed({
  problem,
  onRetry,
}: {
  readonly problem: JiraProblem | undefined;
  readonly onRetry: () => void;
}): ReactElement {
  const hidden = problem?.problem === 'gone' || problem?.problem === 'forbidden';
  return (
    <Notice
      tone="error"
      title={hidden ? 'This project is not yours to see' : 'Jira did not answer'}
    >
      <p>
        {hidden ? 'Ask a project admin for access.' : 'Nothing is lost. Try again in a moment.'}
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    </Notice>
  );
}
