import { useState, type ReactElement } from 'react';
import { quadrants } from '#domain/scoring/quadrant';
import { stages } from '#domain/use-case/fields';
import { stageTexts } from '../../../shared/choice-texts';
import type { Filter } from '#domain/quadrant/picture';
import type { Filtering, WithPicture } from '../data/page-parts';
import { Choice } from './choice';

/** Who is seen: by stage, quadrant, person and query, use cases or stories. */
export default function FilterMenu({
  page,
}: {
  readonly page: WithPicture & Filtering;
}): ReactElement {
  const { filter, setFilter, picture } = page;
  const { look, people } = picture;
  const set = (change: Partial<Filter>): void => {
    setFilter({ ...filter, ...change });
  };
  return (
    <div className="menu-list">
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
        options={[['', 'All'], ...withChosen(people, filter.person)]}
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
      <Jql page={page} />
    </div>
  );
}

/** A view of somebody else's may name a person who has nothing here. */
function withChosen(
  people: readonly (readonly [string, string])[],
  chosen: string,
): readonly (readonly [string, string])[] {
  const known = chosen === '' || people.some(([id]) => id === chosen);
  return known ? people : [...people, [chosen, 'Somebody without use cases here']];
}

function Jql({ page }: { readonly page: Filtering }): ReactElement {
  const [said, setSaid] = useState('');
  // What is typed stays until it is what the picture shows; then views may bring another query.
  const [typed, setTyped] = useState<string>();
  const asked = typed ?? page.filter.jql;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void page.findByJql(asked).then((trouble) => {
          setSaid(trouble);
          if (trouble === '') setTyped((now) => (now === asked ? undefined : now));
        });
      }}
    >
      <label className="stack">
        <span className="label">JQL</span>
        <input
          type="text"
          value={asked}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
          }}
        />
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
