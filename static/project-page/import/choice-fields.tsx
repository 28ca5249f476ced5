import type { ReactElement } from 'react';
import type { MatchBy } from '#domain/import/plan-import';
import { useProject } from '../project-context';
import type { TypeChoice } from './type-choice';
import { t, type TextKey } from '../../shared/texts';

/** Where the rows go: to issues of their own, below a new use case, or below one that is there. */
export type Where = {
  readonly to: 'issues' | 'new' | 'issue';
  readonly title: string;
  readonly key: string;
};

const matches: readonly (readonly [MatchBy, TextKey])[] = [
  ['key', 'pages.choiceFields.byKey'],
  ['title', 'pages.choiceFields.byTitle'],
  ['nothing', 'pages.choiceFields.alwaysNew'],
];

/** The few questions that an import asks. */
export function ChoiceFields({
  where,
  onWhere,
  matchBy,
  onMatchBy,
  types,
  onTypes,
  count,
}: {
  readonly where: Where;
  readonly onWhere: (where: Where) => void;
  readonly matchBy: MatchBy;
  readonly onMatchBy: (matchBy: MatchBy) => void;
  readonly types: TypeChoice;
  readonly onTypes: (types: TypeChoice) => void;
  readonly count: number;
}): ReactElement {
  const places: readonly (readonly [Where['to'], string])[] = [
    [
      'issues',
      count === 1
        ? t('pages.choiceFields.oneIssue')
        : t('pages.choiceFields.issuesOfTheirOwn', { count }),
    ],
    ['new', t('pages.choiceFields.storiesOfOneNewUse')],
    ['issue', t('pages.choiceFields.storiesOfAUseCase')],
  ];
  return (
    <div className="entry-fields">
      <label>
        <span className="label">{t('pages.choiceFields.theyBecome')}</span>
        <select
          value={where.to}
          onChange={(event) => {
            onWhere({ ...where, to: event.currentTarget.value as Where['to'] });
          }}
        >
          {places.map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <PlaceField where={where} onWhere={onWhere} />
      <label>
        <span className="label">{t('pages.choiceFields.issuesThatAreThere')}</span>
        <select
          value={matchBy}
          onChange={(event) => {
            onMatchBy(event.currentTarget.value as MatchBy);
          }}
        >
          {matches.map(([value, title]) => (
            <option key={value} value={value}>
              {t(title)}
            </option>
          ))}
        </select>
      </label>
      <TypeFields types={types} onTypes={onTypes} />
    </div>
  );
}

/** Which types of issues they become. */
function TypeFields({
  types,
  onTypes,
}: {
  readonly types: TypeChoice;
  readonly onTypes: (types: TypeChoice) => void;
}): ReactElement {
  const { state } = useProject();
  return (
    <>
      {(['useCase', 'story'] as const).map((kind) => (
        <label key={kind}>
          <span className="label">
            {kind === 'useCase'
              ? t('pages.choiceFields.typeOfAUseCase')
              : t('pages.choiceFields.typeOfAStory')}
          </span>
          <select
            value={types[kind].id}
            onChange={(event) => {
              const chosen = state.types.find(({ id }) => id === event.currentTarget.value);
              if (chosen !== undefined) onTypes({ ...types, [kind]: chosen });
            }}
          >
            {state.types.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
}

/** The use case that the rows become stories of. */
function PlaceField({
  where,
  onWhere,
}: {
  readonly where: Where;
  readonly onWhere: (where: Where) => void;
}): ReactElement {
  const { state } = useProject();
  return (
    <>
      {where.to === 'new' ? (
        <label>
          <span className="label">{t('pages.choiceFields.titleOfTheUseCase')}</span>
          <input
            value={where.title}
            onChange={(event) => {
              onWhere({ ...where, title: event.currentTarget.value });
            }}
          />
        </label>
      ) : null}
      {where.to === 'issue' ? (
        <label>
          <span className="label">{t('pages.choiceFields.keyOfTheUseCase')}</span>
          <input
            value={where.key}
            placeholder={`${state.subject?.key ?? 'KEY'}-1`}
            onChange={(event) => {
              onWhere({ ...where, key: event.currentTarget.value });
            }}
          />
        </label>
      ) : null}
    </>
  );
}
