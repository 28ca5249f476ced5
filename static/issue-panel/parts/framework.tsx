import type { ReactElement } from 'react';
import { frameworkGroups, pillarGroups, type FieldGroup } from '../../shared/field-groups';
import { CheckGlyph, GapGlyph } from '../../shared/glyphs';
import { useWorkspace } from '../../shared/record/workspace-context';
import { Answer, useAnswer } from './answer';
import { EditableGroup } from './editable-group';

/** Why, who, what, where, and how by its five pillars. */
export function Framework(): ReactElement {
  const { values } = useWorkspace();
  const described = pillarGroups.filter(({ fields }) =>
    fields.every((field) => values[field] !== ''),
  );
  return (
    <section className="ruled">
      <h2 className="label">Framework</h2>
      {frameworkGroups.map((group) => (
        <Answer key={group.id} group={group} />
      ))}
      <p className="how">
        <span className="label">How</span>
        <span className="quiet small">
          {described.length} of {pillarGroups.length} pillars described
        </span>
      </p>
      {pillarGroups.map((group) => (
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
        <p className="to-do">to do</p>
      ) : (
        <p className="prose quiet small" dir="auto">
          {text}
        </p>
      )}
    </EditableGroup>
  );
}
