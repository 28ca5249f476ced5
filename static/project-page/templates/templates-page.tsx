import { useState, type ReactElement } from 'react';
import { blankForms, type QuestionForm } from '#domain/templates/blank-forms';
import { searchTemplates, type Template } from '#domain/templates/template';
import { templates } from '#domain/templates/templates';
import type { ImportRow } from '#domain/import/import-row';
import { ChoicesStep } from '../import/choices-step';
import { QuestionsStep } from '../import/questions-step';
import { useProject } from '../project-context';
import { TemplatePreview } from './template-preview';
import { t } from '../../shared/texts';

type Chosen =
  | { readonly chosen: 'nothing' }
  | { readonly chosen: 'template'; readonly template: Template }
  | { readonly chosen: 'form'; readonly form: QuestionForm }
  | { readonly chosen: 'rows'; readonly rows: readonly ImportRow[]; readonly name: string };

/** Use cases to start from: searched, looked at, applied to a new issue or to one that is there. */
export default function TemplatesPage(): ReactElement {
  const { go } = useProject();
  const [chosen, setChosen] = useState<Chosen>({ chosen: 'nothing' });
  const back = (): void => {
    setChosen({ chosen: 'nothing' });
  };
  switch (chosen.chosen) {
    case 'rows':
      return (
        <section className="flow" aria-label={t('pages.templatesPage.applyATemplate')}>
          <h1>{chosen.name}</h1>
          <ChoicesStep rows={chosen.rows} name={chosen.name} onAgain={back} />
        </section>
      );
    case 'template':
      return (
        <TemplatePreview
          template={chosen.template}
          onApply={(row) => {
            setChosen({
              chosen: 'rows',
              rows: [row],
              name: t('pages.templatesPage.template', { title: chosen.template.title }),
            });
          }}
          onBack={back}
        />
      );
    case 'form':
      return (
        <section className="flow" aria-label={chosen.form.title}>
          <h1>{chosen.form.title}</h1>
          <QuestionsStep
            questions={chosen.form.questions}
            onDone={(rows) => {
              setChosen({
                chosen: 'rows',
                rows,
                name: t('pages.templatesPage.form', { title: chosen.form.title }),
              });
            }}
            onAgain={back}
          />
        </section>
      );
    case 'nothing':
      return (
        <Gallery
          onTemplate={(template) => {
            setChosen({ chosen: 'template', template });
          }}
          onForm={(form) => {
            if (form.on === 'programme') go('/programme');
            else setChosen({ chosen: 'form', form });
          }}
        />
      );
  }
}

function Gallery({
  onTemplate,
  onForm,
}: {
  readonly onTemplate: (template: Template) => void;
  readonly onForm: (form: QuestionForm) => void;
}): ReactElement {
  const [words, setWords] = useState('');
  const found = searchTemplates(templates, words);
  return (
    <section className="flow" aria-label={t('pages.templatesPage.templates')}>
      <h1>{t('pages.templatesPage.startFromATemplate')}</h1>
      <label className="stack">
        <span className="label">{t('pages.templatesPage.search')}</span>
        <input
          type="search"
          value={words}
          placeholder={t('pages.templatesPage.basketChurnConsent')}
          onChange={(event) => {
            setWords(event.currentTarget.value);
          }}
        />
      </label>
      <p className="quiet small" role="status">
        {t('pages.templatesPage.ofTemplates', {
          foundCount: found.length,
          templatesCount: templates.length,
        })}
      </p>
      <div className="cards">
        {found.map((template) => (
          <button
            key={template.id}
            type="button"
            className="card"
            onClick={() => {
              onTemplate(template);
            }}
          >
            <strong>{template.title}</strong>
            <span className="quiet small">
              {t('pages.templatesPage.when', { trigger: template.trigger })}
            </span>
            <span className="small">{t('pages.templatesPage.kpi', { kpi: template.kpi })}</span>
          </button>
        ))}
      </div>
      <h2>{t('pages.templatesPage.blankForms')}</h2>
      <div className="cards">
        {blankForms.map((form) => (
          <button
            key={form.id}
            type="button"
            className="card"
            onClick={() => {
              onForm(form);
            }}
          >
            <strong>{form.title}</strong>
            <span className="quiet small">{form.about}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
