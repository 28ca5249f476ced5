import { useState, type ReactElement } from 'react';
import { quadrants } from '#domain/scoring/quadrant';
import { stages } from '#domain/use-case/fields';
import { stageTexts } from '../../../shared/choice-texts';
import type { Filter } from '#domain/quadrant/picture';
import type { Filtering, WithPicture } from '../data/page-parts';
import { Choice } from './choice';
import { t } from '../../../shared/texts';

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
        label={t('tools.filterMenu.stage')}
        value={filter.stage}
        options={[
          ['', t('tools.filterMenu.all')],
          ...stages.map((stage) => [stage, stageTexts[stage].name] as const),
        ]}
        onChange={(stage) => {
          set({ stage });
        }}
      />
      <Choice
        label={t('tools.filterMenu.quadrant')}
        value={filter.quadrant}
        options={[
          ['', t('tools.filterMenu.all')],
          ...quadrants.map((each) => [each, look.nameOf(each)] as const),
        ]}
        onChange={(quadrant) => {
          set({ quadrant });
        }}
      />
      <Choice
        label={t('tools.filterMenu.person')}
        value={filter.person}
        options={[['', t('tools.filterMenu.all')], ...withChosen(people, filter.person)]}
        onChange={(person) => {
          set({ person });
        }}
      />
      <Choice
        label={t('tools.filterMenu.show')}
        value={filter.kind}
        options={[
          ['use-case', t('tools.filterMenu.useCases')],
          ['story', t('tools.filterMenu.stories')],
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
  return known ? people : [...people, [chosen, t('tools.filterMenu.somebodyWithoutUseCasesHere')]];
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
        <span className="label">{t('tools.filterMenu.jql')}</span>
        <input
          type="text"
          value={asked}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
          }}
        />
      </label>
      <button type="submit" className="button">
        {t('tools.filterMenu.findWithJql')}
      </button>
      <p className="wrong small" role="alert">
        {said}
      </p>
    </form>
  );
}
