import type { ReactElement } from 'react';
import { sharesOf } from '#domain/scoring/combine';
import { boundsOf, type Criterion } from '#domain/scoring/criterion';
import {
  criteriaAtMost,
  effortPartOf,
  hasOwnCriteria,
  modelFor,
} from '#domain/scoring/scoring-settings';
import type { SectionProps } from './section-props';
import { StepLabels } from './step-labels';
import { useSettingsWorld } from './settings-world';
import { t } from '../shared/texts';

/** The questions of a model whose questions a project may write itself. */
export function CriteriaSection(props: SectionProps): ReactElement | null {
  const { settings, onChange } = props;
  if (!hasOwnCriteria(settings.model)) return null;
  const { value, effort } = modelFor(settings);
  const part = effortPartOf(settings.model);
  return (
    <section aria-label={t('settings.criteriaSection.criteria')}>
      <h2>{t('settings.criteriaSection.criteria')}</h2>
      <p className="quiet small">{t('settings.criteriaSection.weightsAreBroughtToShares')}</p>
      <CriteriaEditor
        title={value.label}
        criteria={value.criteria}
        onChange={(valueCriteria) => {
          onChange({ valueCriteria });
        }}
      />
      {part === undefined ? null : (
        <CriteriaEditor
          title={effort.label}
          criteria={effort.criteria}
          onChange={(criteria) => {
            onChange({ [part]: criteria });
          }}
        />
      )}
    </section>
  );
}

function CriteriaEditor({
  title,
  criteria,
  onChange,
}: {
  readonly title: string;
  readonly criteria: readonly Criterion[];
  readonly onChange: (criteria: readonly Criterion[]) => void;
}): ReactElement {
  const shares = sharesOf(criteria);
  return (
    <div className="criteria" role="group" aria-label={title}>
      <h3>{title}</h3>
      {criteria.map((criterion, index) => (
        <CriterionRow
          key={criterion.id}
          criterion={criterion}
          share={shares[index] ?? 0}
          only={criteria.length === 1}
          onChange={(change) => {
            onChange(criteria.map((each, at) => (at === index ? { ...each, ...change } : each)));
          }}
          onRemove={() => {
            onChange(criteria.filter((_each, at) => at !== index));
          }}
        />
      ))}
      <button
        type="button"
        className="button"
        disabled={criteria.length >= criteriaAtMost}
        onClick={() => {
          onChange([...criteria, newCriterion()]);
        }}
      >
        {t('settings.criteriaSection.addACriterion')}
      </button>
    </div>
  );
}

function CriterionRow({
  criterion,
  share,
  only,
  onChange,
  onRemove,
}: {
  readonly criterion: Criterion;
  readonly share: number;
  readonly only: boolean;
  readonly onChange: (change: Partial<Criterion>) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { wording } = useSettingsWorld();
  return (
    <div className="criterion-row">
      <label>
        <span className="label">{t('settings.criteriaSection.name')}</span>
        <input
          type="text"
          required
          maxLength={60}
          value={criterion.name}
          onChange={(event) => {
            onChange({ name: event.currentTarget.value });
          }}
        />
      </label>
      <label>
        <span className="label">
          {t('settings.criteriaSection.weight', {
            share: wording.figure(Math.round(share * 100), '%'),
          })}
        </span>
        <input
          type="number"
          min="0"
          max="1000"
          step="any"
          required
          value={criterion.weight}
          onChange={(event) => {
            const weight = event.currentTarget.valueAsNumber;
            if (Number.isFinite(weight)) onChange({ weight });
          }}
        />
      </label>
      <label>
        <span className="label">{t('settings.criteriaSection.betterWhen')}</span>
        <select
          value={criterion.direction}
          onChange={(event) => {
            onChange({ direction: event.currentTarget.value === 'less' ? 'less' : 'more' });
          }}
        >
          <option value="more">{t('settings.criteriaSection.more')}</option>
          <option value="less">{t('settings.criteriaSection.less')}</option>
        </select>
      </label>
      <span className="quiet small">{scaleText(criterion)}</span>
      <button type="button" className="link-button" disabled={only} onClick={onRemove}>
        {t('settings.criteriaSection.remove')}
        <span className="visually-hidden"> {criterion.name}</span>
      </button>
      <StepLabels
        criterion={criterion}
        onChange={(scale) => {
          onChange({ scale });
        }}
      />
    </div>
  );
}

function scaleText(criterion: Criterion): string {
  const [least, most] = boundsOf(criterion);
  return t('settings.criteriaSection.to', { least, most: most ?? '…' });
}

/** Ids are made here and never shown: answers stay with a criterion that is renamed. */
function newCriterion(): Criterion {
  const steps = [1, 2, 3, 4, 5].map((value) => ({ value, label: '' }));
  return {
    id: `c${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`,
    name: t('settings.criteriaSection.newCriterion'),
    weight: 1,
    direction: 'more',
    scale: { kind: 'steps', steps },
  };
}
