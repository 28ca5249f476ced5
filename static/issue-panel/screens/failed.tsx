import type { ReactElement } from 'react';
import { Notice } from '../../shared/notice';
import { DraftTexts } from '../parts/draft-texts';
import { useWorkspace } from '../../shared/record/workspace-context';

/** Nothing could be loaded: the issue is not the viewer's to see, or Jira did not answer. */
export default function Failed(): ReactElement {
  const { workspace, state } = useWorkspace();
  const gone = state.error?.code === 'gone';
  return (
    <>
      <Notice tone="error" title={gone ? 'You can’t see this issue' : 'The use case did not load'}>
        <p>
          {gone
            ? 'It was deleted, or your permissions do not reach it. Seeing it needs the Browse Projects permission.'
            : 'Jira did not answer. Nothing is changed.'}
        </p>
        <div className="actions">
          <button type="button" className="button" onClick={() => void workspace.load()}>
            Try again
          </button>
        </div>
      </Notice>
      <DraftTexts />
    </>
  );
}
