import { useCallback, useId, useMemo, type ReactElement } from 'react';
import { readProgramme } from '#domain/programme/stored-programme';
import type { ProgrammeListName } from '#domain/programme/programme';
import { fields, type FieldName } from '#domain/use-case/fields';
import { fieldLabels } from '#domain/fields/columns/labels';
import { fieldQuestions } from '#domain/fields/columns/questions';
import { useWorkspace } from '../shared/record/workspace-context';
import { AddToProgramme } from './add-to-programme';
import { useServices } from './editor-services';
import { ListInput } from './inputs/list-input';
import { RisksInput } from './inputs/risks-input';
import { SearchBox } from './inputs/search-box';
import { TextInput } from './inputs/text-input';
import { picksFor } from './picks';
import { useFieldText } from './use-field-text';
import { t, textsOf } from '../shared/texts';

const wrongTexts: Readonly<Partial<Record<string, string>>> = textsOf({
  number: 'editor.fieldEditor.writeANumberSuchAs',
  date: 'editor.fieldEditor.writeADayAsYear',
});

const ofPeople: ReadonlySet<FieldName> = new Set([
  'approval',
  'identification.createdBy',
  'actors',
]);

/** One field with its question, what the programme offers for it, and people where it names some. */
export function FieldEditor({ field }: { readonly field: FieldName }): ReactElement {
  const id = useId();
  const helpId = `${id}-help`;
  const { text, wrong, change } = useFieldText(field);
  const kind = fields[field];
  const label = fieldLabels[field];
  const add = (name: string): void => {
    change(addedTo(field, text, name));
  };
  return (
    <div className="control">
      {kind === 'list' || kind === 'risks' ? (
        <h3 className="label">{label}</h3>
      ) : (
        <label className="label" htmlFor={id}>
          {label}
        </label>
      )}
      <p className="quiet small" id={helpId}>
        {fieldQuestions[field].replace(/ One per line\.$/u, '')}
      </p>
      <Answer {...{ id, helpId, field, text, wrong }} onChange={change} onAdd={add} />
      {wrong ? (
        <p className="wrong small" role="alert">
          {wrongTexts[kind] ?? t('editor.fieldEditor.thisCannotBeRead')}
        </p>
      ) : null}
      {ofPeople.has(field) ? <PersonSearch onChoose={add} /> : null}
    </div>
  );
}

/** The control that fits the kind of field, with what the programme offers for it. */
function Answer({
  onAdd,
  ...input
}: Parameters<typeof TextInput>[0] & {
  readonly onAdd: (name: string) => void;
}): ReactElement {
  const { field, text, onChange } = input;
  const { list, names } = usePicks(field);
  const kind = fields[field];
  if (kind === 'risks') return <RisksInput text={text} onChange={onChange} />;
  if (kind === 'list') {
    return <ListInput label={fieldLabels[field]} text={text} picks={names} onChange={onChange} />;
  }
  return (
    <>
      <TextInput {...input} />
      <Picks picks={names.filter((name) => !text.includes(name))} onPick={onAdd} />
      {list !== undefined && isNewName(text, names) ? (
        <AddToProgramme key={text} list={list} name={text.trim()} />
      ) : null}
    </>
  );
}

function usePicks(field: FieldName): {
  readonly list: ProgrammeListName | undefined;
  readonly names: readonly string[];
} {
  const { state } = useWorkspace();
  const raw = state.subject?.programme;
  return useMemo(() => {
    const { programme } = readProgramme(raw ?? {});
    return picksFor(field, programme) ?? { list: undefined, names: [] };
  }, [raw, field]);
}

/** A short answer that could be the name of an entry, and is none yet. */
function isNewName(text: string, picks: readonly string[]): boolean {
  const name = text.trim();
  const known = picks.some((pick) => pick.toLowerCase() === name.toLowerCase());
  return name !== '' && name.length <= 80 && !/[\n,;]/u.test(name) && !known;
}

function Picks({
  picks,
  onPick,
}: {
  readonly picks: readonly string[];
  readonly onPick: (name: string) => void;
}): ReactElement | null {
  if (picks.length === 0) return null;
  return (
    <div className="actions" role="group" aria-label={t('editor.fieldEditor.fromTheProgramme')}>
      {picks.map((pick) => (
        <button
          key={pick}
          type="button"
          className="pick"
          onClick={() => {
            onPick(pick);
          }}
        >
          {pick}
        </button>
      ))}
    </div>
  );
}

function PersonSearch({ onChoose }: { readonly onChoose: (name: string) => void }): ReactElement {
  const { people } = useServices();
  const find = useCallback(
    async (words: string) => {
      const found = await people.findPeople(words);
      return found.ok ? found.value : [];
    },
    [people],
  );
  return (
    <SearchBox
      label={t('editor.fieldEditor.findAPerson')}
      find={find}
      keyOf={(name) => name}
      textOf={(name) => name}
      onChoose={onChoose}
    />
  );
}

/** Several names in one text are parted by commas; a list gets one more item. */
function addedTo(field: FieldName, text: string, name: string): string {
  if (text === '') return name;
  return `${text}${fields[field] === 'list' ? '\n' : ', '}${name}`;
}
