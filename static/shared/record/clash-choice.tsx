import { diffWordsWithSpace } from 'diff';
import { useId, useMemo, useState, type ReactElement } from 'react';
import { fields, type FieldName } from '#domain/use-case/fields';
import type { FieldClash } from '#domain/use-case/field-edit';
import { fieldLabels } from '#domain/fields/columns/labels';
import { Notice } from '../notice';
import { textOfValue, valueOfText } from '#domain/fill/value-text';
import { useWorkspace } from './workspace-context';
import './clash.css';
import { changesOf } from './workspace-state';
import { t, textsOf } from '../texts';

type Choice = 'mine' | 'theirs' | 'third';

const actionTexts = textsOf({
  mine: 'shared.clashChoice.keepMine',
  theirs: 'shared.clashChoice.keepTheirs',
  third: 'shared.clashChoice.saveThisText',
});

/** Two people gave one field different values: both with their differences marked, and a choice. */
export default function ClashChoice({ clash }: { readonly clash: FieldClash }): ReactElement {
  const { workspace, state, wording, nameOf } = useWorkspace();
  const { field } = clash;
  const mine = textOfValue(field, clash.next);
  const theirs = textOfValue(field, clash.theirs);
  const [choice, setChoice] = useState<Choice>('mine');
  const [third, setThird] = useState(`${mine}\n\n${theirs}`);
  const [unreadable, setUnreadable] = useState(false);
  const label = fieldLabels[field];
  const author = changesOf(state).findLast((change) => change.fields.includes(field));
  const name = author === undefined ? t('shared.clashChoice.somebody') : nameOf(author.by);
  const settle = (): void => {
    const value = { mine: clash.next, theirs: undefined, third: valueOfText(field, third) }[choice];
    const isUnreadable = choice === 'third' && value === undefined;
    setUnreadable(isUnreadable);
    if (!isUnreadable) workspace.settleClash(field, value);
  };
  return (
    <section className="clash">
      <Notice
        tone="warning"
        title={t('shared.clashChoice.changedWhileYouWereTyping', {
          name: capitalised(name),
          label,
        })}
      >
        <p>{t('shared.clashChoice.nothingIsLostChooseWhat')}</p>
      </Notice>
      <fieldset>
        <legend className="label">{label}</legend>
        <Options
          {...{ choice, mine, theirs, field }}
          theirsBy={author ? `${name}, ${wording.moment(author.at)}` : ''}
          onChoose={setChoice}
        />
      </fieldset>
      {choice === 'third' ? (
        <textarea
          className="third"
          dir="auto"
          aria-label={t('shared.clashChoice.aThirdTextFor', { label })}
          rows={6}
          value={third}
          onChange={(event) => {
            setThird(event.currentTarget.value);
          }}
        />
      ) : null}
      {unreadable ? (
        <p className="wrong small" role="alert">
          {t('shared.clashChoice.thisCannotBeReadAs', { label })}
        </p>
      ) : null}
      <div className="actions">
        <button type="button" className="button button-primary" onClick={settle}>
          {actionTexts[choice]}
        </button>
        <span className="quiet small">{t('shared.clashChoice.yourTextStaysAsA')}</span>
      </div>
    </section>
  );
}

function Options({
  choice,
  mine,
  theirs,
  field,
  theirsBy,
  onChoose,
}: {
  readonly choice: Choice;
  readonly mine: string;
  readonly theirs: string;
  readonly field: FieldName;
  readonly theirsBy: string;
  readonly onChoose: (choice: Choice) => void;
}): ReactElement {
  const group = useId();
  const option = (value: Choice, title: string, about: string, body: ReactElement) => (
    <label className={choice === value ? 'option option-chosen' : 'option'}>
      <input
        type="radio"
        name={group}
        checked={choice === value}
        onChange={() => {
          onChoose(value);
        }}
      />
      <span>
        <strong>{title}</strong> <span className="quiet small">{about}</span>
        {body}
      </span>
    </label>
  );
  return (
    <>
      {option(
        'mine',
        t('shared.clashChoice.yours'),
        t('shared.clashChoice.notSavedYet'),
        <Marked text={mine} other={theirs} />,
      )}
      {option(
        'theirs',
        t('shared.clashChoice.theirs'),
        theirsBy,
        <Marked text={theirs} other={mine} />,
      )}
      {takesWords(field)
        ? option(
            'third',
            t('shared.clashChoice.writeAThird'),
            t('shared.clashChoice.startsWithBothTexts'),
            <></>,
          )
        : null}
    </>
  );
}

/** A figure, a day or a choice cannot be put together out of two. */
function takesWords(field: FieldName): boolean {
  return ['text', 'line', 'list', 'risks'].includes(fields[field]);
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const diffPatience = 150;

/** A text with the words marked that the other text does not have; unmarked where that takes long. */
function Marked({ text, other }: { readonly text: string; readonly other: string }): ReactElement {
  const parts = useMemo(
    () => diffWordsWithSpace(other, text, { timeout: diffPatience }) ?? [],
    [text, other],
  );
  if (parts.length === 0)
    return (
      <span className="prose marked" dir="auto">
        {text}
      </span>
    );
  return (
    <span className="prose marked" dir="auto">
      {parts
        .filter(({ removed }) => !removed)
        .map(({ value, added }, index) =>
          added ? <mark key={index}>{value}</mark> : <span key={index}>{value}</span>,
        )}
    </span>
  );
}
