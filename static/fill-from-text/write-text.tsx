import { useEffect, useRef, type ReactElement } from 'react';
import { keepsOnDevice } from '../shared/keeps-on-device';

/** Where the text comes in. */
export function WriteText({
  text,
  onChange,
  onRead,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRead: () => void;
}): ReactElement {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  const empty = text.trim() === '';
  return (
    <>
      <div className="fill-write">
        <label htmlFor="text">
          Paste a story sentence, story blocks or a use-case document, one or several.
        </label>
        <textarea
          id="text"
          dir="auto"
          ref={box}
          value={text}
          placeholder={
            'As a …, I want …, so that …\n\nWhy: …\nWho: …\nKPI: …, 6.5% to 9% by 2027-03-31'
          }
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      </div>
      <div className="fill-foot">
        <span className="quiet small">
          Nothing is saved yet. {keepsOnDevice() ? 'The text is kept on this device.' : ''}
        </span>
        {empty ? null : (
          <button
            type="button"
            className="button"
            onClick={() => {
              onChange('');
            }}
          >
            Clear
          </button>
        )}
        <button type="button" className="button button-primary" disabled={empty} onClick={onRead}>
          Sort into fields
        </button>
      </div>
    </>
  );
}
