import { diffWordsWithSpace } from 'diff';
import { useId, useState, type ReactElement } from 'react';
import type { Clash } from '#domain/use-case/merge-edit';
import { fieldLabels } from '../../shared/field-labels';
import { Notice } from '../../shared/notice';
import { textOfValue, valueOfText } from '../../shared/value-text';
import { usePanel } from '../panel-context';
import './editor.css';
import { changesOf } from '../state/panel-state';

type Choice = 'mine' | 'theirs' | 'third';

const actionTexts = { mine: 'Keep mine', theirs: 'Keep theirs', third: 'Save this text' } as const;

/** Two people gave one field different values: both with their differences marked, and a choice. */
export default function ClashChoice({ clash }: { readonly clash: Clash }): ReactElement {
  const { panel, state, wording, nameOf } = usePanel();
  const { field } = clash;
  const mine = textOfValue(field, clash.mine);
  const theirs = textOfValue(field, clash.theirs);
  const [choice, setChoice] = useState<Choice>('mine');
  const [third, setThird] = useState(`${mine}\n\n${theirs}`);
  const group = useId();
  const label = fieldLabels[field];
  const author = changesOf(state).findLast((change) => change.fields.includes(field));
  const name = author === undefined ? 'Somebody' : nameOf(author.by);
  const settle = (): void => {
    const texts = { mine, theirs: undefined, third };
    const text = texts[choice];
    panel.settleClash(field, text === undefined ? undefined : valueOfText(field, text));
  };
  const option = (value: Choice, title: string, about: string, body: ReactElement) => (
    <label className={choice === value ? 'option option-chosen' : 'option'}>
      <input
        type="radio"
        name={group}
        checked={choice === value}
        onChange={() => {
          setChoice(value);
        }}
      />
      <span>
        <strong>{title}</strong> <span className="quiet small">{about}</span>
        {body}
      </span>
    </label>
  );
  return (
    <section className="clash">
      <Notice tone="warning" title={`${capitalised(name)} changed ${label} while you were typing`}>
        <p>Nothing is lost. Choose what to keep; your other changes are saved.</p>
      </Notice>
      <fieldset>
        <legend className="label">{label}</legend>
        {option('mine', 'Yours', 'not saved yet', <Marked text={mine} other={theirs} />)}
        {option(
          'theirs',
          'Theirs',
          author ? `${name}, ${wording.moment(author.at)}` : '',
          <Marked text={theirs} other={mine} />,
        )}
        {option('third', 'Write a third', 'starts with both texts', <></>)}
      </fieldset>
      {choice === 'third' ? (
        <textarea
          className="third"
          aria-label={`A third text for ${label}`}
          rows={6}
          value={third}
          onChange={(event) => {
            setThird(event.currentTarget.value);
          }}
        />
      ) : null}
      <div className="actions">
        <button type="button" className="button button-primary" onClick={settle}>
          {actionTexts[choice]}
        </button>
        <span className="quiet small">
          Your text stays as a draft on this device until you decide.
        </span>
      </div>
    </section>
  );
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A text with the words marked that the other text does not have. */
function Marked({ text, other }: { readonly text: string; readonly other: string }): ReactElement {
  return (
    <span className="prose marked">
      {diffWordsWithSpace(other, text)
        .filter(({ removed }) => !removed)
        .map(({ value, added }, index) =>
          added ? <mark key={index}>{value}</mark> : <span key={index}>{value}</span>,
        )}
    </span>
  );
}
