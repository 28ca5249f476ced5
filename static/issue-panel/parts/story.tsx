import type { ReactElement } from 'react';
import { fieldGroups } from '#domain/fields/columns/groups';
import { useWorkspace } from '../../shared/record/workspace-context';
import { EditableGroup } from './editable-group';
import { t } from '../../shared/texts';

/** The user story: as a persona, I want a goal, so that there is a benefit. */
export function Story(): ReactElement {
  const { values } = useWorkspace();
  const persona = values['story.persona'];
  const goal = values['story.goal'];
  const benefit = values['story.benefit'];
  const untold = persona === '' && goal === '' && benefit === '';
  return (
    <section className="ruled">
      <EditableGroup group={fieldGroups.story[0]}>
        <h2 className="label">{t('panel.story.story')}</h2>
        {untold ? (
          <p className="to-do">{t('panel.answer.toDo')}</p>
        ) : (
          <p>
            {article(persona)} <Part text={persona} blank="persona" />
            {t('panel.story.iWant')} <Part text={goal} blank="goal" />
            {t('panel.story.soThat')} <Part text={benefit} blank="benefit" />.
          </p>
        )}
      </EditableGroup>
    </section>
  );
}

function article(persona: string): string {
  return /^[aeiou]/iu.test(persona) ? t('panel.story.asAn') : t('panel.story.asA');
}

function Part({ text, blank }: { readonly text: string; readonly blank: string }): ReactElement {
  return text === '' ? (
    <span className="blank">{blank}</span>
  ) : (
    <span className="answer">{text}</span>
  );
}
