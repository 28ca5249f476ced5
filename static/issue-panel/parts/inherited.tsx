import type { ReactElement } from 'react';
import { textOfValue } from '#domain/fill/value-text';
import { isEmpty, type FieldName } from '#domain/use-case/fields';
import { inheritedBy } from '#domain/use-case/inherit';
import { stageTexts } from '../../shared/choice-texts';
import { openIssue } from '../../shared/bridge';
import { fieldLabels } from '#domain/fields/columns/labels';
import { useWorkspace } from '../../shared/record/workspace-context';
import { t } from '../../shared/texts';

const shownFields: readonly FieldName[] = ['why', 'who', 'stage', 'kpi.name', 'hypothesis'];

/** What a story takes from its use case: shown with where it comes from, and never copied. */
export function Inherited(): ReactElement | null {
  const { state, values, wording } = useWorkspace();
  const { above } = state;
  if (above === undefined) return null;
  const inherited = inheritedBy(values, above.values);
  const shown = shownFields.filter((field) => !isEmpty(inherited[field] ?? ''));
  if (shown.length === 0) return null;
  const textOf = (field: FieldName): string => {
    const value = inherited[field] ?? '';
    if (field === 'stage') return value === '' ? '' : stageTexts[value as 'crawl'].name;
    if (field !== 'kpi.name') return textOfValue(field, value);
    const unit = textOfValue('kpi.unit', inherited['kpi.unit'] ?? '');
    const figure = (each: FieldName): string | undefined => {
      const found = inherited[each];
      return typeof found === 'number' ? wording.figure(found, unit) : undefined;
    };
    const [from, to] = [figure('kpi.baseline'), figure('kpi.target')];
    return [textOfValue(field, value), from && to ? `${from} → ${to}` : (to ?? '')]
      .filter((part) => part !== '')
      .join(', ');
  };
  return (
    <section className="ruled" aria-label={t('panel.inherited.fromTheUseCase')}>
      <h2 className="label">
        {t('panel.inherited.fromTheUseCase')}{' '}
        <button
          type="button"
          className="link-button small"
          onClick={() => void openIssue(above.issue.key)}
        >
          {above.issue.key} {above.issue.summary}
        </button>
      </h2>
      {shown.map((field) => (
        <div key={field} className="field answer-row">
          <h3 className="label">{fieldLabels[field]}</h3>
          <p className="prose quiet" dir="auto">
            {textOf(field)}
          </p>
        </div>
      ))}
    </section>
  );
}
