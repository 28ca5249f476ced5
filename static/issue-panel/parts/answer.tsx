import type { ReactElement } from 'react';
import type { FieldName } from '#domain/use-case/fields';
import type { FieldGroup } from '#domain/fields/columns/groups';
import { textOfValue } from '#domain/fill/value-text';
import { useWorkspace } from '../../shared/record/workspace-context';
import { EditableGroup } from './editable-group';
import { t } from '../../shared/texts';

/** What the only field of a group says, as text. */
export function useAnswer(group: FieldGroup): string {
  const { values } = useWorkspace();
  const [field] = group.fields as readonly [FieldName];
  return textOfValue(field, values[field]);
}

/** A question with its answer beside it. */
export function Answer({ group }: { readonly group: FieldGroup }): ReactElement {
  const text = useAnswer(group);
  return (
    <EditableGroup group={group} className="field answer-row">
      <h3 className="label">{group.label}</h3>
      {text === '' ? (
        <p className="to-do">{t('panel.answer.toDo')}</p>
      ) : (
        <p className="prose" dir="auto">
          {text}
        </p>
      )}
    </EditableGroup>
  );
}
