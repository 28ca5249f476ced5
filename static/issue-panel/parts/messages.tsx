import type { ReactElement } from 'react';
import { Notice } from '../../shared/notice';
import { useWorkspace } from '../../shared/record/workspace-context';
import { isNewer } from '../../shared/record/workspace-state';
import { Clashes } from './clashes';
import { News } from './news';
import { SaveNotices } from './save-notices';
import { UnsavedDrafts } from './unsaved-drafts';
import { t } from '../../shared/texts';

/** Everything that needs a word before the use case itself is read. */
export default function Messages(): ReactElement {
  const { state } = useWorkspace();
  return (
    <>
      {isNewer(state) ? (
        <Notice tone="info" title={t('screens.messages.readOnlyForNow')}>
          <p>{t('screens.messages.aNewerVersionOfNorthstar')}</p>
        </Notice>
      ) : null}
      <News />
      <SaveNotices />
      <Clashes />
      <UnsavedDrafts />
    </>
  );
}
