import { useState, type ReactElement } from 'react';
import { quadrants } from '#domain/scoring/quadrant';
import { stages } from '#domain/use-case/fields';
import { stageTexts } from '../../shared/choice-texts';
import type { RatingLook } from '../../shared/rating/rating-look';
import { colourings, sizings, type Colouring, type Looks, type Sizing } from './looks';
import { noFilter, type Filter } from './picture';

type ToolbarProps = {
  readonly look: RatingLook;
  readonly filter: Filter;
  readonly looks: Looks;
  readonly people: readonly string[];
  readonly onFilter: (filter: Filter) => void;
  readonly onLooks: (looks: Looks) => void;
  /** Runs a query; says what is wrong with it, or ''. */
  readonly onJql: (jql: string) => Promise<string>;
};

/** What is seen, and how. */
export function Toolbar(props: ToolbarProps): ReactElement {
  const { look, filter, people, onFilter } = props;
  const set = (change: Partial<Filter>): void => {
    onFilter({ ...filter, ...change });
  };
  const chosen = JSON.stringify(filter) !== JSON.stringify({ ...noFilter, kind: filter.kind });
  return (
    <div className="toolbar" role="search">
      <label>
        <span className="label">Find</span>
        <input
          type="search"
          value={filter.text}
          onChange={(event) => {
            set({ text: event.currentTarget.value });
          }}
        />
      </label>
      <Choice
        label="Stage"
        value={filter.stage}
        options={[['', 'All'], ...stages.map((stage) => [stage, stageTexts[stage].name] as const)]}
        onChange={(stage) => {
          set({ stage });
        }}
      />
      <Choice
        label="Quadrant"
        value={filter.quadrant}
        options={[['', 'All'], ...quadrants.map((each) => [each, look.nameOf(each)] as const)]}
        onChange={(quadrant) => {
          set({ quadrant });
        }}
      />
      <Choice
        label="Person"
        value={filter.person}
        options={[['', 'All'], ...people.map((name) => [name, name] as const)]}
        onChange={(person) => {
          set({ person });
        }}
      />
      <Choice
        label="Show"
        value={filter.kind}
        options={[
          ['use-case', 'Use cases'],
          ['story', 'Stories'],
        ]}
        onChange={(kind) => {
          set({ kind: kind === 'story' ? 'story' : 'use-case' });
        }}
      />
      <LooksMenu {...props} />
      {chosen ? (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            onFilter({ ...noFilter, kind: filter.kind });
          }}
        >
          Clear filter
        </button>
      ) : null}
    </div>
  );
}

function LooksMenu({ looks, onLooks, onJql }: ToolbarProps): ReactElement {
  const names = (all: object): readonly (readonly [string, string])[] =>
    Object.entries(all as Record<string, string>);
  return (
    <details className="menu">
      <summary className="button">View</summary>
      <div className="menu-list">
        <Choice
          label="Colour tells"
          value={looks.colour}
          options={names(colourings)}
          onChange={(colour) => {
            onLooks({ ...looks, colour: colour as Colouring });
          }}
        />
        <Choice
          label="Size tells"
          value={looks.size}
          options={names(sizings)}
          onChange={(size) => {
            onLooks({ ...looks, size: size as Sizing });
          }}
        />
        <Choice
          label="Labels"
          value={looks.label}
          options={[
            ['title', 'titles'],
            ['key', 'keys'],
            ['none', 'none'],
          ]}
          onChange={(label) => {
            onLooks({ ...looks, label: label as Looks['label'] });
          }}
        />
        <Check
          label="Every use case its own mark"
          checked={looks.every}
          onChange={(every) => {
            onLooks({ ...looks, every });
          }}
        />
        <Check
          label="Flip the effort axis"
          checked={looks.flipped}
          onChange={(flipped) => {
            onLooks({ ...looks, flipped });
          }}
        />
        <Jql onJql={onJql} />
      </div>
    </details>
  );
}

function Jql({ onJql }: Pick<ToolbarProps, 'onJql'>): ReactElement {
  const [said, setSaid] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const jql = new FormData(event.currentTarget).get('jql');
        void onJql(typeof jql === 'string' ? jql : '').then(setSaid);
      }}
    >
      <label className="stack">
        <span className="label">JQL</span>
        <input type="text" name="jql" />
      </label>
      <button type="submit" className="button">
        Find with JQL
      </button>
      <p className="wrong small" role="alert">
        {said}
      </p>
    </form>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactElement {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}): ReactElement {
  return (
    <label>
      <span className="label">{label}</span>
      <select
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
