import { useState, type ReactElement } from 'react';
import { readBytes } from '#domain/import/read-bytes';
import { Notice } from '../../shared/notice';

/** A text and the name of the file that it came from, `''` for a pasted one. */
export type Source = { readonly text: string; readonly name: string };

const fileLimit = 5 * 1024 * 1024;

/** Where the text comes in: typed, pasted, dropped or chosen. */
export function SourceStep({
  source,
  onChange,
  onRead,
}: {
  readonly source: Source;
  readonly onChange: (source: Source) => void;
  readonly onRead: (source: Source) => void;
}): ReactElement {
  const [wrong, setWrong] = useState('');
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setWrong('');
    if (file.size > fileLimit) {
      setWrong(`${file.name} is larger than 5 MB. Split it.`);
      return;
    }
    const read = readBytes(new Uint8Array(await file.arrayBuffer()));
    if (read.ok) onRead({ text: read.text, name: file.name });
    else setWrong(`${file.name} is not text in UTF-8. Save it as “CSV UTF-8” or as plain text.`);
  };
  return (
    <div
      className="stack"
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <p className="quiet">
        Stories, a use-case document, Markdown, CSV, an export of Northstar, or a page about your
        programme. Nothing is written before you have seen it.
      </p>
      {wrong === '' ? null : <Notice tone="error" title={wrong} />}
      <label className="stack">
        <span className="label">Paste or drop</span>
        <textarea
          className="drop"
          dir="auto"
          rows={10}
          value={source.text}
          onChange={(event) => {
            onChange({ text: event.currentTarget.value, name: '' });
          }}
        />
      </label>
      <div className="actions">
        <button
          type="button"
          className="button button-primary"
          disabled={source.text.trim() === ''}
          onClick={() => {
            onRead(source);
          }}
        >
          Read it
        </button>
        <label>
          <span className="visually-hidden">Choose a file</span>
          <input
            type="file"
            accept=".txt,.md,.mdx,.csv,.tsv,.json"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
      </div>
    </div>
  );
}
