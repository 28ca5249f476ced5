import { useState, type ReactElement } from 'react';
import type { ProgrammeTextName } from '#domain/programme/programme';
import { textTitles } from './programme-texts';

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
  readonly onSave: (next: string) => Promise<boolean>;
}): ReactElement {
  const [draft, setDraft] = useState<string>();
  const title = textTitles[name];
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {draft === undefined ? (
        <>
          <p className="prose" dir="auto">
            {text === '' ? <span className="quiet">to do</span> : text}
          </p>
          {mayEdit ? (
            <div className="actions">
              <button
                type="button"
                className="button"
                aria-label={`Edit ${title}`}
                onClick={() => {
                  setDraft(text);
                }}
              >
                Edit
              </button>
            </div>
          ) : null}
        </>
      ) : (
        <>
          <textarea
            aria-label={title}
            rows={4}
            dir="auto"
            value={draft}
            onChange={(event) => {
              setDraft(event.currentTarget.value);
            }}
          />
          <div className="actions">
            <button
              type="button"
              className="button button-primary"
              onClick={() => void onSave(draft)}
            >
              Save
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                setDraft(undefined);
              }}
            >
              Cancel
            </button>
          </div>
        </>
      )}
    </section>
  );
}
