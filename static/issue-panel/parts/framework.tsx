import type { ReactElement } from 'react';
import { fieldGroups, type FieldGroup } from '#domain/fields/columns/groups';
import { CheckGlyph, GapGlyph } from '../../shared/glyphs';
import { useWorkspace } from '../../shared/record/workspace-context';
import { Answer, useAnswer } from './answer';
import { EditableGroup } from './editable-group';
import { t } from '../../shared/texts';

/** Why, who, what, where, and how by its five pillars. */
export function Framework(): ReactElement {
  const { values } = useWorkspace();
  const described = fieldGroups.pillars.filter(({ fields }) =>
    fields.every((field) => values[field] !== ''),
  );
  return (
    <section className="ruled">
      <h2 className="label">{t('panel.framework.framework')}</h2>
      {fieldGroups.framework.map((group) => (
        <Answer key={group.id} group={group} />
      ))}
      <p className="how">
        <span className="label">{t('panel.framework.how')}</span>
        <span className="quiet small">
          {t('panel.framework.ofPillarsDescribed', {
            describedCount: described.length,
            pillarsCount: fieldGroups.pillars.length,
          })}
        </span>
      </p>
      {fieldGroups.pillars.map((group) => (
        <Pillar key={group.id} group={group} />
      ))}
    </section>
  );
}

function Pillar({ group }: { readonly group: FieldGroup }): ReactElement {
  const text = useAnswer(group);
  return (
    <EditableGroup group={group} className="field pillar">
      <span className={text === '' ? 'sign-to-do' : 'sign-done'}>
        {text === '' ? <GapGlyph /> : <CheckGlyph />}
      </span>
      <h3>{group.label}</h3>
      {text === '' ? (
        <p className="to-do">{t('panel.answer.toDo')}</p>
      ) : (
        <p className="prose quiet small" dir="auto">
          {text}
        </p>
      )}
    </EditableGroup>
  );
}
