import type { ReactElement } from 'react';
import { Notice } from '../../shared/notice';
import { useWorkspace } from '../../shared/record/workspace-context';
import { isNewer } from '../../shared/record/workspace-state';
import { Clashes } from './clashes';
import { News } from './news';
import { SaveNotices } from './save-notices';
import { UnsavedDrafts } from './unsaved-drafts';

/** Everything that needs a word before the use case itself is read. */
export default function Messages(): ReactElement {
  const { state } = useWorkspace();
  return (
    <>
      {isNewer(state) ? (
        <Notice tone="info" title="Read only for now">
          <p>
            A newer version of Northstar wrote this use case. Reload Jira to get it; nothing is
            changed until then.
          </p>
        </Notice>
      ) : null}
      <News />
      <SaveNotices />
      <Clashes />
      <UnsavedDrafts />
    </>
  );
}
