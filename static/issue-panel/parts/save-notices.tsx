import { useEffect, type ReactElement } from 'react';
import { tell } from '../../shared/bridge';
import { groupOf } from '../../shared/field-groups';
import { messageFor } from '../../shared/messages';
import { Notice } from '../../shared/notice';
import { useWorkspace } from '../../shared/record/workspace-context';
import type { FieldEdit } from '#domain/use-case/field-edit';
import type { Save } from '../../shared/record/document-session';
import { ChangeTexts, copyChanges } from './draft-texts';
import { t } from '../../shared/texts';

/** Saves that need a word: their fate is not known yet, or they failed. A plain save says nothing. */
export function SaveNotices(): ReactElement {
  const { state } = useWorkspace();
  return (
    <>
      {state.saves.map((save) =>
        save.phase === 'failed' ? (
          <FailedSave key={save.opId} save={save} />
        ) : save.phase === 'checking' ? (
          <Notice
            key={save.opId}
            tone="info"
            title={t('screens.saveNotices.stillCheckingWhetherWasSaved', { save: namesOf(save) })}
          >
            <p>{t('screens.saveNotices.jiraGaveNoClearAnswer')}</p>
          </Notice>
        ) : null,
      )}
    </>
  );
}

function namesOf(save: Save<FieldEdit>): string {
  return [...new Set(save.changes.map(({ field }) => groupOf(field).label))].join(', ');
}

function FailedSave({ save }: { readonly save: Save<FieldEdit> }): ReactElement {
  const { workspace, state } = useWorkspace();
  const error = save.error ?? { code: 'no-answer' };
  const { title, text } = messageFor(
    error,
    state.subject?.projectName ?? t('screens.saveNotices.thisProject'),
  );
  // The panel's top may be out of sight; the flag is not.
  useEffect(() => {
    tell({
      id: save.opId,
      type: 'error',
      title: t('screens.saveNotices.seeTheTopOfThe', { title }),
    });
  }, [save.opId, title]);
  const editAgain = (): void => {
    workspace.dropSave(save.opId);
    for (const { field } of save.changes) workspace.openGroup(groupOf(field).id);
  };
  return (
    <Notice tone="error" title={title}>
      <p>{text}</p>
      <ChangeTexts changes={save.changes} />
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            workspace.retry(save.opId);
          }}
        >
          {t('screens.saveNotices.tryAgain')}
        </button>
        <button type="button" className="button" onClick={editAgain}>
          {t('screens.saveNotices.editAgain')}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            void copyChanges(save.changes);
          }}
        >
          {t('screens.saveNotices.copyMyText')}
        </button>
      </div>
    </Notice>
  );
}
