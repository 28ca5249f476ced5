import { useState, type ReactElement } from 'react';
import { isEmpty, type AllValues, type FieldName, type Risk } from '#domain/use-case/fields';
import { fieldGroups, type FieldGroup } from '#domain/fields/columns/groups';
import { fieldLabels } from '#domain/fields/columns/labels';
import { textOfValue } from '#domain/fill/value-text';
import { useWorkspace } from '../../shared/record/workspace-context';
import { EditableGroup } from './editable-group';
import { t } from '../../shared/texts';

/** The long sections around the use case, folded until somebody wants to read them. */
export function DocumentSection(): ReactElement {
  const { state, values } = useWorkspace();
  const [unfolded, setUnfolded] = useState(false);
  const groups =
    values.note === '' ? fieldGroups.document : [...fieldGroups.document, ...fieldGroups.note];
  const filled = fieldGroups.document.filter((group) => !isBlankGroup(group, values));
  const editing = groups.some(({ id }) => state.open.includes(id));
  return (
    <details
      className="ruled document"
      open={unfolded || editing}
      onToggle={(event) => {
        setUnfolded(event.currentTarget.open);
      }}
    >
      <summary>
        <span className="label">{t('panel.documentSection.document')}</span>
        <span className="quiet small">
          {t('panel.documentSection.ofSections', {
            filledCount: filled.length,
            documentCount: fieldGroups.document.length,
          })}
        </span>
      </summary>
      {unfolded || editing
        ? groups.map((group) => (
            <EditableGroup key={group.id} group={group}>
              <h3 className="label">{group.label}</h3>
              <SectionText group={group} />
            </EditableGroup>
          ))
        : null}
    </details>
  );
}

function isBlankGroup(group: FieldGroup, values: AllValues): boolean {
  return group.fields.every((field) => isEmpty(values[field]));
}

function SectionText({ group }: { readonly group: FieldGroup }): ReactElement {
  const { values } = useWorkspace();
  if (isBlankGroup(group, values)) return <p className="to-do">{t('panel.answer.toDo')}</p>;
  if (group.fields.length > 1) {
    const answered = group.fields.filter((field) => !isEmpty(values[field]));
    return (
      <p className="prose" dir="auto">
        {answered
          .map((field) => `${fieldLabels[field]}: ${textOfValue(field, values[field])}`)
          .join('\n')}
      </p>
    );
  }
  const [field] = group.fields as readonly [FieldName];
  const value = values[field];
  if (field === 'risks') return <Risks risks={values.risks} />;
  if (!Array.isArray(value))
    return (
      <p className="prose" dir="auto">
        {textOfValue(field, value)}
      </p>
    );
  const items = value as readonly string[];
  return (
    <ul className="bullets">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

function Risks({ risks }: { readonly risks: readonly Risk[] }): ReactElement {
  return (
    <ul className="bullets">
      {risks.map(({ risk, mitigation }, index) => (
        <li key={index}>
          {risk}{' '}
          {mitigation === '' ? null : (
            <span className="quiet">{t('panel.documentSection.mitigation', { mitigation })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
