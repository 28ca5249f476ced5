import { useState, type ReactElement } from 'react';
import type { FieldEdit } from '#domain/use-case/merge-edit';
import type { DialogContext } from './dialog-context';
import type { KeptText } from './kept-text';
import { Review } from './review';
import { WriteText } from './write-text';

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
  const change = (next: string): void => {
    setText(next);
    kept.write(next);
  };
  return (
    <div className="fill">
      <div className="fill-head">
        <h1>Fill from text</h1>
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
          Close
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
            kept.write(usedUp ? '' : text);
            onClose(changes);
          }}
        />
      )}
    </div>
  );
}
