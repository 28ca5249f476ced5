import { useState, type ReactElement } from 'react';
import type { Model, Side } from '#domain/scoring/models';
import { quartilesOf, type Quartiles } from '#domain/scoring/quartiles';
import { scoreUseCase } from '#domain/scoring/score-use-case';
import { modelFor, thresholdKeyOf } from '#domain/scoring/scoring-settings';
import { readRating } from '#domain/scoring/stored-rating';
import type { RatedIssue } from '#bulk/score-project';
import type { SectionProps } from './section-props';
import { useSettingsWorld } from './settings-world';
import { useRated } from './use-rated';
import { t } from '../shared/texts';

type Axis = 'value' | 'effort';

/** From where on each axis counts as high, in the unit of the axis. */
export function ThresholdsSection({ settings, onChange }: SectionProps): ReactElement {
  const model = modelFor(settings);
  const { thresholds } = model;
  const open = thresholds.value === null || thresholds.effort === null;
  const put = (axis: Axis, figure: number | null): void => {
    const next = { ...thresholds, [axis]: figure };
    onChange({ thresholds: { ...settings.thresholds, [thresholdKeyOf(settings)]: next } });
  };
  const axes: readonly (readonly [Axis, Side])[] = [
    ['value', model.value],
    ['effort', model.effort],
  ];
  return (
    <section aria-label={t('settings.thresholdsSection.thresholds')}>
      <h2>{t('settings.thresholdsSection.thresholds')}</h2>
      <p className="quiet small">
        {t('settings.thresholdsSection.whatReachesAThresholdIs', {
          quadrant: open ? t('settings.thresholdsSection.untilBothAreSetUse') : '',
        })}
      </p>
      <div className="entry-row">
        {axes.map(([axis, side]) => (
          <label key={axis}>
            <span className="label">
              {t('settings.thresholdsSection.isHighFrom', {
                label: side.label,
                unit: side.unit === '' ? '' : `, ${side.unit}`,
              })}
            </span>
            <input
              type="number"
              step="any"
              min={side.least}
              max={side.most ?? undefined}
              value={thresholds[axis] ?? ''}
              onChange={({ currentTarget: { value, valueAsNumber } }) => {
                put(axis, value === '' ? null : valueAsNumber);
              }}
            />
          </label>
        ))}
      </div>
      {open ? <QuartersHelp settings={settings} onUse={put} /> : null}
    </section>
  );
}

/** Where nobody has set thresholds, the quarters of what is scored say what is high here; read on request. */
function QuartersHelp(props: QuartersProps): ReactElement {
  const [asked, setAsked] = useState(false);
  if (asked) return <QuartersList {...props} />;
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => {
        setAsked(true);
      }}
    >
      {t('settings.thresholdsSection.showTheQuartersOfWhat')}
    </button>
  );
}

type QuartersProps = {
  readonly settings: SectionProps['settings'];
  readonly onUse: (axis: Axis, figure: number) => void;
};

function QuartersList({ settings, onUse }: QuartersProps): ReactElement {
  const { wording } = useSettingsWorld();
  const rated = useRated(settings);
  if (rated === 'loading')
    return <p className="quiet small">{t('settings.thresholdsSection.readingWhatIsScored')}</p>;
  if (rated === 'failed')
    return (
      <p className="wrong small">{t('settings.thresholdsSection.theQuartersCannotBeShown')}</p>
    );
  const model = modelFor(settings);
  const { count, value, effort } = quartersOf(rated, model);
  if (value === undefined || effort === undefined)
    return <p className="quiet small">{t('settings.thresholdsSection.fromFourScoredIssuesOn')}</p>;
  const say = (figure: number): string =>
    figure.toLocaleString(wording.locale, { maximumFractionDigits: 2 });
  const lines = [
    ['value', model.value.label, value],
    ['effort', model.effort.label, effort],
  ] as const;
  return (
    <div className="quiet small">
      <p>{t('settings.thresholdsSection.ofScoredIssuesAQuarter', { count })}</p>
      {lines.map(([axis, label, quarters]) => (
        <p key={axis} className="choices">
          <span>{label}</span>
          {quarters.map((figure, index) => (
            <button
              key={names[index]}
              type="button"
              className="link-button"
              aria-label={t('settings.thresholdsSection.useTheOf', {
                share: t(names[index] ?? names[0]),
                axis: label.toLowerCase(),
                figure: say(figure),
              })}
              onClick={() => {
                onUse(axis, Number(figure.toPrecision(4)));
              }}
            >
              {say(figure)}
            </button>
          ))}
        </p>
      ))}
    </div>
  );
}

const names = [
  'settings.thresholdsSection.lowerQuarter',
  'settings.thresholdsSection.middle',
  'settings.thresholdsSection.upperQuarter',
] as const;

function quartersOf(
  rated: readonly RatedIssue[],
  model: Model,
): {
  readonly count: number;
  readonly value: Quartiles | undefined;
  readonly effort: Quartiles | undefined;
} {
  const scored = rated.flatMap(({ rating, estimate }) => {
    const read = readRating(rating);
    if (read.state !== 'ready') return [];
    const scoring = scoreUseCase(model, read.rating, estimate);
    return scoring.state === 'scored' ? [scoring] : [];
  });
  return {
    count: scored.length,
    value: quartilesOf(scored.map(({ value }) => value.likely)),
    effort: quartilesOf(scored.map(({ effort }) => effort.likely)),
  };
}
