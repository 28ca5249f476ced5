import { useState, type ReactElement } from 'react';
import {
  attributesOf,
  type AttributeKind,
  type AttributeValue,
  type ProgrammeEntry,
  type ProgrammeListName,
} from '#domain/programme/programme';
import { directionTexts, stageTexts } from '../../shared/choice-texts';
import { DraftsNote } from '../../shared/drafts-note';
import { EditNotices } from '../../shared/drafts/edit-notices';
import type { Edits } from '../../shared/drafts/use-edits';
import type { Json } from '#domain/use-case/json';
import { attributeTitles, listTexts } from './programme-texts';
import { useItemEdits } from './use-item-edits';
import { t } from '../../shared/texts';

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
  const { id, ...parts } = entry;
  const edits = useItemEdits(`${list}:${id}`, parts);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    edits.clear();
    setOpen(false);
  };
  const save = async (): Promise<void> => {
    const next = { ...entry, ...edits.values } as ProgrammeEntry;
    const sent = edits.open;
    if (!(await onSave({ ...next, name: next.name.trim() }))) return;
    edits.forget(sent);
    setOpen(false);
  };
  const remove = async (): Promise<void> => {
    if (await onSave(null)) edits.clear();
  };
  return (
    <div className="entry">
      {mayEdit ? <EditNotices edits={edits} texts={partTexts} /> : null}
      {mayEdit && (isOpen || Object.keys(edits.open).length > 0) ? (
        <EntryForm
          list={list}
          name={entry.name}
          edits={edits}
          onSave={() => void save()}
          onRemove={() => void remove()}
          onCancel={close}
        />
      ) : (
        <>
          <div className="actions">
            <strong dir="auto">{entry.name}</strong>
            {mayEdit ? (
              <button
                type="button"
                className="link-button small"
                aria-label={t('pages.entryEditor.edit', { name: entry.name })}
                onClick={() => {
                  setOpen(true);
                }}
              >
                {t('pages.entryEditor.edit2')}
              </button>
            ) : null}
          </div>
          <Attributes list={list} entry={entry} />
        </>
      )}
    </div>
  );
}

function titleOf(part: string): string {
  return part === 'name' ? t('pages.entryEditor.name') : (attributeTitles[part] ?? part);
}

/** A list is typed one item a line. */
function labelOf(attribute: string, kind: AttributeKind): string {
  const title = titleOf(attribute);
  return kind === 'list' ? t('pages.entryEditor.onePerLine', { title }) : title;
}

const partTexts = {
  titleOf,
  textOf: (_part: string, value: Json) => textOf(value as AttributeValue),
};

function EntryForm({
  list,
  name,
  edits,
  onSave,
  onRemove,
  onCancel,
}: {
  readonly list: ProgrammeListName;
  /** What the entry is called now. */
  readonly name: string;
  readonly edits: Edits;
  readonly onSave: () => void;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}): ReactElement {
  const { values } = edits;
  return (
    <form
      className="stack"
      aria-label={t('pages.entryEditor.edit', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <div className="entry-fields">
        <label>
          <span className="label">{t('pages.entryEditor.name')}</span>
          <input
            required
            maxLength={255}
            value={textOf((values['name'] ?? '') as AttributeValue)}
            onChange={(event) => {
              edits.change({ name: event.currentTarget.value });
            }}
          />
        </label>
        {Object.entries(attributesOf(list)).map(([attribute, kind]) => (
          <AttributeInput
            key={attribute}
            label={labelOf(attribute, kind)}
            kind={kind}
            value={(values[attribute] ?? '') as AttributeValue}
            onChange={(value) => {
              edits.change({ [attribute]: value });
            }}
          />
        ))}
      </div>
      <DraftsNote />
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={edits.clashes.length > 0}>
          {t('pages.entryEditor.save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('pages.entryEditor.cancel')}
        </button>
        <button type="button" className="link-button" onClick={onRemove}>
          {t('pages.entryEditor.removeThis', { one: listTexts[list].one })}
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
          <dt>{title}</dt>
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
          <option value="">{t('pages.entryEditor.notSaid')}</option>
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
  if (typeof value === 'boolean') return value ? t('pages.entryEditor.yes') : '';
  return value.join('\n');
}
