import type { ReactElement } from 'react';
import { composeHypothesis } from '#domain/use-case/compose-hypothesis';
import { fieldGroups } from '#domain/fields/columns/groups';
import { fieldLabels } from '#domain/fields/columns/labels';
import { useWorkspace } from '../../shared/record/workspace-context';
import { EditableGroup } from './editable-group';
import { t } from '../../shared/texts';

/** The testable statement: worded by a person, else composed from the fields. */
export function Hypothesis(): ReactElement {
  const { values, wording } = useWorkspace();
  const own = values.hypothesis;
  return (
    <section className="ruled">
      <EditableGroup group={fieldGroups.hypothesis[0]}>
        <h2 className="label">
          {t('panel.hypothesis.hypothesis')}
          {own === '' ? (
            <span className="regular"> {t('panel.hypothesis.composedFromTheFields')}</span>
          ) : null}
        </h2>
        {own === '' ? (
          <p>
            {composeHypothesis(values, wording).map((part, index) =>
              part.part === 'missing' ? (
                <span key={index} className="blank">
                  {fieldLabels[part.field].toLowerCase()}
                </span>
              ) : (
                <span key={index} className={part.part === 'answer' ? 'answer' : undefined}>
                  {part.text}
                </span>
              ),
            )}
          </p>
        ) : (
          <p className="prose" dir="auto">
            {own}
          </p>
        )}
      </EditableGroup>
    </section>
  );
}
