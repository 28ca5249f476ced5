import { useState, type ReactElement } from 'react';
import { blankForms, type QuestionForm } from '#domain/templates/blank-forms';
import { searchTemplates, type Template } from '#domain/templates/template';
import { templates } from '#domain/templates/templates';
import type { ImportRow } from '#domain/import/import-row';
import { ChoicesStep } from '../import/choices-step';
import { QuestionsStep } from '../import/questions-step';
import { useProject } from '../project-context';
import { TemplatePreview } from './template-preview';

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
        <section className="flow" aria-label="Apply a template">
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
              name: `template “${chosen.template.title}”`,
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
              setChosen({ chosen: 'rows', rows, name: `form “${chosen.form.title}”` });
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
    <section className="flow" aria-label="Templates">
      <h1>Start from a template</h1>
      <label className="stack">
        <span className="label">Search</span>
        <input
          type="search"
          value={words}
          placeholder="basket, churn, consent …"
          onChange={(event) => {
            setWords(event.currentTarget.value);
          }}
        />
      </label>
      <p className="quiet small" role="status">
        {found.length} of {templates.length} templates
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
            <span className="quiet small">When {template.trigger}</span>
            <span className="small">KPI: {template.kpi}</span>
          </button>
        ))}
      </div>
      <h2>Blank forms</h2>
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
