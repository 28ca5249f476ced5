import { useEffect, useState, type ReactElement } from 'react';
import { valueOfText } from '#domain/fill/value-text';
import type { FieldName } from '#domain/use-case/fields';
import { takenBack, type FieldEdit } from '#domain/use-case/field-edit';
import { CheckGlyph } from '../shared/glyphs';
import { messageFor } from '../shared/messages';
import { Notice } from '../shared/notice';
import { DraftsNote } from '../shared/drafts-note';
import { keepsOnDevice } from '../shared/keeps-on-device';
import { useWorkspace } from '../shared/record/workspace-context';
import type { Drafts } from '../shared/record/drafts';
import { sectionOf } from './sections';
import { t } from '../shared/texts';

/** What is not saved yet, and one save for all of it. */
export function EditorFoot({
  onGo,
  onClose,
}: {
  readonly onGo: (id: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { workspace, state } = useWorkspace();
  const [saved, setSaved] = useState<readonly FieldEdit[]>([]);
  const drafted = Object.keys(state.drafts) as FieldName[];
  const busy = state.saves.some(({ phase }) => phase !== 'failed');
  const saveAll = async (): Promise<void> => {
    const wrong = drafted.find((field) => nextOf(field, state.drafts) === undefined);
    if (wrong !== undefined) {
      onGo(sectionOf(wrong).id);
      return;
    }
    const changes = changesIn(state.drafts);
    const landed = await workspace.save(changes);
    setSaved(changes.filter(({ field }) => landed.includes(field)));
    const [clash] = workspace.state().clashes;
    if (clash !== undefined) onGo(sectionOf(clash.field).id);
  };
  const undo = (): void => {
    void workspace.save(takenBack(saved));
    setSaved([]);
  };
  useSaveKey(() => void saveAll());
  return (
    <footer className="editor-foot">
      <FailedSaves />
      <DraftsNote />
      <p className="quiet small" role="status">
        {statusText(busy, drafted.length, saved.length)}
      </p>
      {saved.length > 0 && drafted.length === 0 ? (
        <button type="button" className="button" onClick={undo}>
          {t('editor.editorFoot.undo')}
        </button>
      ) : null}
      {drafted.length > 0 && !busy ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            workspace.dropDrafts(drafted);
          }}
        >
          {t('editor.editorFoot.discard')}
        </button>
      ) : null}
      {drafted.length === 0 ? (
        <button type="button" className="button" onClick={onClose}>
          {t('editor.editorFoot.done')}
        </button>
      ) : null}
      <button
        type="button"
        className="button button-primary"
        disabled={drafted.length === 0 || busy}
        onClick={() => void saveAll()}
      >
        {t('editor.editorFoot.save')}
      </button>
    </footer>
  );
}

function changesIn(drafts: Drafts): readonly FieldEdit[] {
  return (Object.keys(drafts) as FieldName[]).flatMap((field): FieldEdit[] => {
    const base = drafts[field]?.base;
    const next = nextOf(field, drafts);
    return next === undefined || base === undefined ? [] : [{ field, base, next }];
  });
}

function nextOf(field: FieldName, drafts: Drafts): ReturnType<typeof valueOfText> {
  return valueOfText(field, drafts[field]?.text ?? '');
}

function statusText(busy: boolean, drafted: number, saved: number): ReactElement | string {
  if (busy) return t('editor.editorFoot.saving');
  if (drafted > 0) {
    const fields = t('editor.editorFoot.fields', { count: drafted });
    return keepsOnDevice()
      ? t('editor.editorFoot.changedTheDraftIsKept', { fields })
      : t('editor.editorFoot.changed', { fields });
  }
  if (saved === 0) return t('editor.editorFoot.ctrlEnterSaves');
  return (
    <>
      <CheckGlyph />{' '}
      {t('editor.editorFoot.saved', {
        fields: t('editor.editorFoot.fields', { count: saved }),
      })}
    </>
  );
}

function FailedSaves(): ReactElement {
  const { workspace, state } = useWorkspace();
  return (
    <>
      {state.saves.map(({ opId, error }) => {
        if (error === undefined) return null;
        const { title, text } = messageFor(error, state.subject?.projectName ?? '');
        return (
          <Notice key={opId} tone="error" title={title}>
            <p>{text}</p>
            <div className="actions">
              <button
                type="button"
                className="button"
                onClick={() => {
                  workspace.retry(opId);
                }}
              >
                {t('editor.editorFoot.tryAgain')}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => {
                  workspace.dropSave(opId);
                }}
              >
                {t('editor.editorFoot.keepAsDraft')}
              </button>
            </div>
          </Notice>
        );
      })}
    </>
  );
}

function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  });
}
