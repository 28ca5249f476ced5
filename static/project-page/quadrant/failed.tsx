import type { ReactElement } from 'react';
import { Notice } from '../../shared/notice';

/** Nothing came, and what can be done about it. */
export default function Failed({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  return (
    <Notice tone="error" title="The scores did not load">
      <p>Jira did not answer, or this project is not yours to see.</p>
      <div className="actions">
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    </Notice>
  );
}
