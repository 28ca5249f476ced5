import type { ReactElement } from 'react';
import { stageTexts } from '../../../shared/choice-texts';
import { noFilter, type Filter } from '#domain/quadrant/picture';
import type { Filtering, WithPicture } from '../data/page-parts';
import { t } from '../../../shared/texts';

/** What narrows the picture, each to be taken away; nothing where nothing does. */
export default function FilterNote({
  page,
}: {
  readonly page: WithPicture & Filtering;
}): ReactElement | null {
  const { filter, setFilter } = page;
  const parts = partsOf(page);
  if (parts.length === 0) return null;
  return (
    <ul className="filter-note" aria-label={t('tools.filterNote.filter')}>
      {parts.map(([name, text, without]) => (
        <li key={name}>
          <button
            type="button"
            className="chip"
            aria-label={t('tools.filterNote.remove', { name, text })}
            onClick={() => {
              setFilter({ ...filter, ...without });
            }}
          >
            {name}: {text} <span aria-hidden>×</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            setFilter({ ...noFilter, kind: filter.kind });
          }}
        >
          {t('tools.filterNote.clearFilter')}
        </button>
      </li>
    </ul>
  );
}

function partsOf({
  filter: { text, stage, quadrant, person, jql },
  picture: { look, people },
}: WithPicture & Pick<Filtering, 'filter'>): readonly (readonly [
  string,
  string,
  Partial<Filter>,
])[] {
  const name = people.find(([id]) => id === person)?.[1] ?? 'somebody';
  const all: readonly (readonly [string, string, string, Partial<Filter>])[] = [
    [t('tools.filterNote.text'), text, text, { text: '' }],
    [
      t('tools.filterNote.stage'),
      stage,
      stage === '' ? '' : stageTexts[stage as keyof typeof stageTexts].name,
      { stage: '' },
    ],
    [
      t('tools.filterNote.quadrant'),
      quadrant,
      quadrant === '' ? '' : look.nameOf(quadrant as never),
      { quadrant: '' },
    ],
    [t('tools.filterNote.person'), person, name, { person: '' }],
    ['JQL', jql, jql, { jql: '', found: undefined }],
  ];
  return all.flatMap(([label, value, said, without]) =>
    value === '' ? [] : [[label, said, without] as const],
  );
}
