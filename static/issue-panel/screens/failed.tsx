import type { ReactElement } from 'react';
import { Notice } from '../../shared/notice';
import { DraftTexts } from '../parts/draft-texts';
import { useWorkspace } from '../../shared/record/workspace-context';
import { t } from '../../shared/texts';

/** Nothing could be loaded: the issue is not the viewer's to see, or Jira did not answer. */
export default function Failed(): ReactElement {
  const { workspace, state } = useWorkspace();
  const gone = state.error?.code === 'gone';
  return (
    <>
      <Notice
        tone="error"
        title={
          gone ? t('screens.failed.youCantSeeThisIssue') : t('screens.failed.theUseCaseDidNot')
        }
      >
        <p>
          {gone
            ? t('screens.failed.itWasDeletedOrYour')
            : t('screens.failed.jiraDidNotAnswerNothing')}
        </p>
        <div className="actions">
          <button type="button" className="button" onClick={() => void workspace.load()}>
            {t('screens.failed.tryAgain')}
          </button>
        </div>
      </Notice>
      <DraftTexts />
    </>
  );
}
