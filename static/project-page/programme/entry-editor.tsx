import { useState, type ReactElement } from 'react';
import {
  attributesOf,
  type AttributeKind,
  type AttributeValue,
  type ProgrammeEntry,
  type ProgrammeListName,
} from '#domain/programme/programme';
import { directionTexts, stageTexts } from '../../shared/choice-texts';
import { attributeTitles, listTexts } from './programme-texts';

/** One entry as it reads, and as an admin edits it. */
export function EntryEditor({
  list,
  entry,
  mayEdit,
  onSave,
}: {
  readonly list: ProgrammeListName;
  readonly entry: ProgrammeEntry;
  readonly mayEdit: boolean;
  readonly onSave: (next: ProgrammeEntry | null) => Promise<boolean>;
}): ReactElement {
  const [draft, setDraft] = useState<ProgrammeEntry>();
  if (draft === undefined) {
    return (
      <div className="entry">
        <div className="actions">
          <strong dir="auto">{entry.name}</strong>
          {mayEdit ? (
            <button
              type="button"
              className="link-button small"
              aria-label={`Edit ${entry.name}`}
              onClick={() => {
                setDraft(entry);
              }}
            >
              Edit
            </button>
          ) : null}
        </div>
        <Attributes list={list} entry={entry} />
      </div>
    );
  }
  return (
    <EntryForm
      list={list}
      entry={draft}
      onCancel={() => {
        setDraft(undefined);
      }}
      onSave={onSave}
    />
  );
}

function EntryForm({
  list,
  entry,
  onCancel,
  onSave,
}: {
  readonly list: ProgrammeListName;
  readonly entry: ProgrammeEntry;
  readonly onCancel: () => void;
  readonly onSave: (next: ProgrammeEntry | null) => Promise<boolean>;
}): ReactElement {
  const [draft, setDraft] = useState(entry);
  return (
    <form
      className="entry"
      aria-label={`Edit ${entry.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave({ ...draft, name: draft.name.trim() });
      }}
    >
      <div className="entry-fields">
        <label>
          <span className="label">Name</span>
          <input
            required
            value={draft.name}
            onChange={(event) => {
              setDraft({ ...draft, name: event.currentTarget.value });
            }}
          />
        </label>
        {Object.entries(attributesOf(list)).map(([attribute, kind]) => (
          <AttributeInput
            key={attribute}
            label={attributeTitles[attribute] ?? attribute}
            kind={kind}
            value={draft[attribute] ?? ''}
            onChange={(value) => {
              setDraft({ ...draft, [attribute]: value });
            }}
          />
        ))}
      </div>
      <div className="actions">
        <button type="submit" className="button button-primary">
          Save
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="button" className="link-button" onClick={() => void onSave(null)}>
          Remove this {listTexts[list].one}
        </button>
      </div>
    </form>
  );
}

function Attributes({
  list,
  entry,
}: {
  readonly list: ProgrammeListName;
  readonly entry: ProgrammeEntry;
}): ReactElement | null {
  const told = Object.entries(attributesOf(list)).flatMap(([attribute, kind]) => {
    const value = textOf(entry[attribute] ?? '');
    const text = options[kind]?.find(([each]) => each === value)?.[1] ?? value;
    return text === '' ? [] : [[attributeTitles[attribute] ?? attribute, text] as const];
  });
  if (told.length === 0) return null;
  return (
    <dl className="definition small">
      {told.map(([title, text]) => (
        <div key={title}>
          <dt>{title.replace(', one per line', '')}</dt>
          <dd className="prose" dir="auto">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const options: Readonly<Partial<Record<AttributeKind, readonly (readonly [string, string])[]>>> = {
  stage: Object.entries(stageTexts).map(([value, { name }]) => [value, name] as const),
  direction: Object.entries(directionTexts),
};

function AttributeInput({
  label,
  kind,
  value,
  onChange,
}: {
  readonly label: string;
  readonly kind: AttributeKind;
  readonly value: AttributeValue;
  readonly onChange: (value: AttributeValue) => void;
}): ReactElement {
  const choices = options[kind];
  if (kind === 'mark') {
    return (
      <label className="check">
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
        {label}
      </label>
    );
  }
  const shared = { value: textOf(value), 'aria-label': label };
  return (
    <label>
      <span className="label">{label}</span>
      {choices === undefined ? null : (
        <select
          {...shared}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        >
          <option value="">Not said</option>
          {choices.map(([each, title]) => (
            <option key={each} value={each}>
              {title}
            </option>
          ))}
        </select>
      )}
      {kind === 'text' || kind === 'list' ? (
        <textarea
          {...shared}
          rows={2}
          dir="auto"
          onChange={(event) => {
            const text = event.currentTarget.value;
            onChange(kind === 'list' ? text.split('\n') : text);
          }}
        />
      ) : null}
      {kind === 'line' || kind === 'date' ? (
        <input
          {...shared}
          type={kind === 'date' ? 'date' : 'text'}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      ) : null}
    </label>
  );
}

function textOf(value: AttributeValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'Yes' : '';
  return value.join('\n');
}
