import { useState, type ReactElement } from 'react';
import type { Json } from '#domain/use-case/json';
import type { ProgrammeTextName } from '#domain/programme/programme';
import { DraftsNote } from '../../shared/drafts-note';
import { EditNotices } from '../../shared/drafts/edit-notices';
import { textTitles } from './programme-texts';
import { useItemEdits } from './use-item-edits';
import { t } from '../../shared/texts';

/** One text of the programme as it reads, and as an admin edits it. */
export function TextEditor({
  name,
  text,
  mayEdit,
  onSave,
}: {
  readonly name: ProgrammeTextName;
  readonly text: string;
  readonly mayEdit: boolean;
  readonly onSave: (base: string, next: string) => Promise<boolean>;
}): ReactElement {
  const edits = useItemEdits(`text:${name}`, { text });
  const [isOpen, setOpen] = useState(false);
  const title = textTitles[name];
  const typed = edits.values['text'] as string;
  const close = (): void => {
    edits.clear();
    setOpen(false);
  };
  const save = async (): Promise<void> => {
    const sent = edits.open;
    if (!(await onSave(text, typed))) return;
    edits.forget(sent);
    setOpen(false);
  };
  const texts = { titleOf: () => title, textOf: (_part: string, value: Json) => value as string };
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {mayEdit ? <EditNotices edits={edits} texts={texts} /> : null}
      {mayEdit && (isOpen || Object.keys(edits.open).length > 0) ? (
        <>
          <textarea
            aria-label={title}
            rows={4}
            dir="auto"
            value={typed}
            onChange={(event) => {
              edits.change({ text: event.currentTarget.value });
            }}
          />
          <DraftsNote />
          <div className="actions">
            <button
              type="button"
              className="button button-primary"
              disabled={edits.clashes.length > 0}
              onClick={() => void save()}
            >
              {t('pages.textEditor.save')}
            </button>
            <button type="button" className="button" onClick={close}>
              {t('pages.textEditor.cancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <p className="prose" dir="auto">
            {text === '' ? <span className="quiet">{t('pages.textEditor.toDo')}</span> : text}
          </p>
          {mayEdit ? (
            <div className="actions">
              <button
                type="button"
                className="button"
                aria-label={t('pages.textEditor.edit', { title })}
                onClick={() => {
                  setOpen(true);
                }}
              >
                {t('pages.textEditor.edit2')}
              </button>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}
