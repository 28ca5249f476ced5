import { useState, type ReactElement } from 'react';
import type { FieldEdit } from '#domain/use-case/field-edit';
import type { DialogContext } from './dialog-context';
import type { KeptText } from './kept-text';
import { Review } from './review';
import { WriteText } from './write-text';
import { t } from '../shared/texts';

/** Sorts a text into the fields: paste it, see where each line goes, correct, fill. */
export function FillScreen({
  opened,
  kept,
  onClose,
}: {
  readonly opened: DialogContext;
  readonly kept: KeptText;
  readonly onClose: (changes?: readonly FieldEdit[]) => void;
}): ReactElement {
  const [text, setText] = useState(() => (opened.text === '' ? kept.read() : opened.text));
  const [step, setStep] = useState<'write' | 'review'>(opened.text === '' ? 'write' : 'review');
  const pasted = opened.text !== '';
  const change = (next: string): void => {
    setText(next);
    // The kept text may hold stories for other issues; one that came from elsewhere leaves it alone.
    if (!pasted) kept.write(next);
  };
  return (
    <div className="fill">
      <div className="fill-head">
        <h1>{t('fill.fillScreen.fillFromText')}</h1>
        <span className="quiet">
          {opened.key} {opened.summary}
        </span>
        <button
          type="button"
          className="link-button close"
          onClick={() => {
            onClose();
          }}
        >
          {t('fill.fillScreen.close')}
        </button>
      </div>
      {step === 'write' ? (
        <WriteText
          text={text}
          onChange={change}
          onRead={() => {
            setStep('review');
          }}
        />
      ) : (
        <Review
          text={text}
          values={opened.values}
          summary={opened.summary}
          onChangeText={() => {
            setStep('write');
          }}
          onFill={(changes, usedUp) => {
            if (!usedUp && pasted) kept.write([kept.read(), text].filter(Boolean).join('\n\n'));
            if (usedUp && !pasted) kept.write('');
            onClose(changes);
          }}
        />
      )}
    </div>
  );
}
