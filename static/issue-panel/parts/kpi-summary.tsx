import type { ReactElement } from 'react';
import { fieldGroups } from '#domain/fields/columns/groups';
import { useWorkspace } from '../../shared/record/workspace-context';
import { EditableGroup } from './editable-group';
import { t } from '../../shared/texts';

/** The figure that should move: its name, from where to where, until when. */
export function KpiSummary(): ReactElement {
  const { values, wording } = useWorkspace();
  const figure = (value: number | null): string =>
    value === null ? '…' : wording.figure(value, values['kpi.unit']);
  const name = values['kpi.name'];
  const by = values['kpi.by'];
  const unmeasured = values['kpi.baseline'] === null && values['kpi.target'] === null;
  return (
    <section className="ruled">
      <EditableGroup group={fieldGroups.kpi[0]}>
        <h2 className="label">{name === '' ? 'KPI' : `KPI: ${name}`}</h2>
        {unmeasured ? (
          <p className="to-do">
            {name === ''
              ? t('panel.kpiSummary.noKpiYet')
              : t('panel.kpiSummary.noBaselineAndTargetYet')}
          </p>
        ) : (
          <p className="metric">
            <span className="quiet">{figure(values['kpi.baseline'])}</span>{' '}
            <span className="quiet" aria-hidden="true">
              →
            </span>
            <span className="visually-hidden"> {t('panel.kpiSummary.to')} </span>{' '}
            <strong>{figure(values['kpi.target'])}</strong>
          </p>
        )}
        {by === '' ? null : (
          <p className="quiet small">{t('panel.kpiSummary.by', { by: wording.day(by) })}</p>
        )}
      </EditableGroup>
    </section>
  );
}
