import type { ReactElement } from 'react';
import { fieldGroups } from '#domain/fields/columns/groups';
import { Answer } from './answer';
import { t } from '../../shared/texts';

/** How it will be known to have worked: guardrail, test, decision model and what was measured. */
export function Plan(): ReactElement {
  return (
    <section className="ruled plan">
      <h2 className="label">{t('panel.plan.measurementPlan')}</h2>
      {fieldGroups.plan.map((group) => (
        <Answer key={group.id} group={group} />
      ))}
    </section>
  );
}
