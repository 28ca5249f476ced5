import { RadioGroup } from '@atlaskit/radio';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { fields, type FieldKind, type FieldName } from '#domain/use-case/fields';
import { directionTexts, stageTexts } from '../../shared/choice-texts';
import { fieldLabels } from '#domain/fields/columns/labels';
import { fieldQuestions } from '#domain/fields/columns/questions';
import { t, textsOf } from '../../shared/texts';

type ControlProps = {
  readonly field: FieldName;
  readonly text: string;
  readonly unreadable: boolean;
  readonly focused: boolean;
  readonly onChange: (text: string) => void;
};

type InputProps = ControlProps & { readonly id: string; readonly helpId: string };

const wrongTexts: Readonly<Partial<Record<FieldKind, string>>> = textsOf({
  number: 'editing.fieldControl.writeANumberSuchAs',
  date: 'editing.fieldControl.writeADayAsYear',
});

/** One field with its question, in the control that fits its kind. */
export function FieldControl(props: ControlProps): ReactElement {
  const { field, unreadable, focused } = props;
  const id = useId();
  const helpId = `${id}-help`;
  const kind = fields[field];
  const label = fieldLabels[field];
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = box.current?.querySelector<HTMLElement>('input:checked');
    const control = chosen ?? box.current?.querySelector<HTMLElement>('textarea, input');
    if (focused) control?.focus();
  }, [focused]);
  const choice = kind === 'stage' || kind === 'direction';
  return (
    <div ref={box} className="control">
      {choice ? (
        <span className="label" id={id}>
          {label}
        </span>
      ) : (
        <label className="label" htmlFor={id}>
          {label}
        </label>
      )}
      <p className="quiet small" id={helpId}>
        {fieldQuestions[field]}
      </p>
      <Input {...props} id={id} helpId={helpId} />
      {unreadable ? (
        <p className="wrong small" role="alert">
          {wrongTexts[kind] ?? t('editing.fieldControl.thisCannotBeRead')}
        </p>
      ) : null}
    </div>
  );
}

function Input(props: InputProps): ReactElement {
  const { field, text, unreadable, id, helpId, onChange } = props;
  const shared = {
    id,
    value: text,
    dir: 'auto',
    isInvalid: unreadable,
    'aria-describedby': helpId,
  };
  switch (fields[field]) {
    case 'stage':
      return <Choices {...props} options={stageOptions} />;
    case 'direction':
      return <Choices {...props} options={directionOptions} />;
    case 'date':
    case 'line':
    case 'number':
      return (
        <Textfield
          {...shared}
          type={fields[field] === 'date' ? 'date' : 'text'}
          inputMode={fields[field] === 'number' ? 'decimal' : 'text'}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    default:
      return (
        <TextArea
          {...shared}
          resize="smart"
          minimumRows={3}
          // In steps of text, not of the frame: the frame grows with what is in it.
          maxHeight="20rem"
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
  }
}

type Option = { readonly name: string; readonly value: string; readonly label: string };

const option =
  (name: string) =>
  (value: string, label: string): Option => ({ name, value, label });

const stageOptions: readonly Option[] = [
  ...Object.entries(stageTexts).map(([value, { name, meaning }]) =>
    option('stage')(value, `${name}: ${meaning.toLowerCase()}`),
  ),
  option('stage')('', 'Not chosen yet'),
];

const directionOptions: readonly Option[] = [
  ...Object.entries(directionTexts).map(([value, label]) => option('direction')(value, label)),
  option('direction')('', 'Not said'),
];

function Choices({
  text,
  id,
  options,
  onChange,
}: InputProps & { readonly options: readonly Option[] }): ReactElement {
  return (
    <RadioGroup
      labelId={id}
      options={options.map((each) => ({ ...each }))}
      value={text}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
