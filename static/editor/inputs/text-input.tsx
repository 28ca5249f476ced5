import type { ReactElement } from 'react';
import { t } from '../../shared/texts';
import { directionTexts, stageTexts } from '../../shared/choice-texts';
import { fields, type FieldName } from '#domain/use-case/fields';

type InputProps = {
  readonly id: string;
  readonly helpId: string;
  readonly field: FieldName;
  readonly text: string;
  readonly wrong: boolean;
  readonly onChange: (text: string) => void;
};

const choices = (): Readonly<Partial<Record<string, readonly (readonly [string, string])[]>>> => ({
  stage: [
    ['', t('editor.textInput.notChosenYet')],
    ...Object.entries(stageTexts).map(
      ([value, { name, meaning }]) => [value, `${name}: ${meaning.toLowerCase()}`] as const,
    ),
  ],
  direction: [['', t('editor.textInput.notSaid')], ...Object.entries(directionTexts)],
});

/** One answer: a text that grows with what is typed, a line, a figure, a day or a choice. */
export function TextInput({ id, helpId, field, text, wrong, onChange }: InputProps): ReactElement {
  const kind = fields[field];
  const shared = { id, 'aria-describedby': helpId, 'aria-invalid': wrong, value: text };
  const options = choices()[kind];
  if (options !== undefined) {
    return (
      <select
        {...shared}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'text') {
    return (
      <textarea
        {...shared}
        dir="auto"
        rows={3}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    );
  }
  return (
    <input
      {...shared}
      dir="auto"
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
