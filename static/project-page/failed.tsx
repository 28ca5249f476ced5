import type { ReactElement } from 'react';
import type { JiraProblem } from '#ports/issue-records';
import { Notice } from '../shared/notice';
import { t } from '../shared/texts';

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
      title={
        hidden ? t('quadrant.failed.thisProjectIsNotYours') : t('quadrant.failed.jiraDidNotAnswer')
      }
    >
      <p>
        {hidden
          ? t('quadrant.failed.askAProjectAdminFor')
          : t('quadrant.failed.nothingIsLostTryAgain')}
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={onRetry}>
          {t('quadrant.failed.tryAgain')}
        </button>
      </div>
    </Notice>
  );
}
