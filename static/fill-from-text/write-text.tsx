import { useEffect, useRef, type ReactElement } from 'react';
import { keepsOnDevice } from '../shared/keeps-on-device';
import { t } from '../shared/texts';

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
        <label htmlFor="text">{t('fill.writeText.pasteAStorySentenceStory')}</label>
        <textarea
          id="text"
          dir="auto"
          ref={box}
          value={text}
          placeholder={t('fill.writeText.asAIWantSo')}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      </div>
      <div className="fill-foot">
        <span className="quiet small">
          {t('fill.writeText.nothingIsSavedYet', {
            device: keepsOnDevice() ? t('fill.writeText.theTextIsKeptOn') : '',
          })}
        </span>
        {empty ? null : (
          <button
            type="button"
            className="button"
            onClick={() => {
              onChange('');
            }}
          >
            {t('fill.writeText.clear')}
          </button>
        )}
        <button type="button" className="button button-primary" disabled={empty} onClick={onRead}>
          {t('fill.writeText.sortIntoFields')}
        </button>
      </div>
    </>
  );
}
