import { useState, type ReactElement } from 'react';
import { readBytes } from '#domain/import/read-bytes';
import { Notice } from '../../shared/notice';
import { t } from '../../shared/texts';

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
      setWrong(t('pages.sourceStep.isLargerThan5Mb', { name: file.name }));
      return;
    }
    const read = readBytes(new Uint8Array(await file.arrayBuffer()));
    if (read.ok) onRead({ text: read.text, name: file.name });
    else setWrong(t('pages.sourceStep.isNotTextInUtf', { name: file.name }));
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
      <p className="quiet">{t('pages.sourceStep.storiesAUseCaseDocument')}</p>
      {wrong === '' ? null : <Notice tone="error" title={wrong} />}
      <label className="stack">
        <span className="label">{t('pages.sourceStep.pasteOrDrop')}</span>
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
          {t('pages.sourceStep.readIt')}
        </button>
        <label>
          <span className="visually-hidden">{t('pages.sourceStep.chooseAFile')}</span>
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
