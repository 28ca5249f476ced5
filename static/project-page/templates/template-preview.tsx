import { useState, type ReactElement } from 'react';
import { textOfValue } from '#domain/fill/value-text';
import { blankRow, type ImportRow } from '#domain/import/import-row';
import type { Template } from '#domain/templates/template';
import type { FieldName, FieldValue } from '#domain/use-case/fields';
import { fieldLabels } from '#domain/fields/columns/labels';
import { t } from '../../shared/texts';

/** A template in full, and what the team has to add; applied to a new issue or one that is there. */
export function TemplatePreview({
  template,
  onApply,
  onBack,
}: {
  readonly template: Template;
  readonly onApply: (row: ImportRow) => void;
  readonly onBack: () => void;
}): ReactElement {
  const [title, setTitle] = useState(template.title);
  const [key, setKey] = useState('');
  return (
    <section className="flow" aria-label={template.title}>
      <h1>{template.title}</h1>
      <form
        className="actions"
        onSubmit={(event) => {
          event.preventDefault();
          onApply({ ...blankRow(1, title.trim()), key: key.trim(), values: template.values });
        }}
      >
        <label>
          <span className="label">{t('pages.templatePreview.title')}</span>
          <input
            required
            value={title}
            onChange={(event) => {
              setTitle(event.currentTarget.value);
            }}
          />
        </label>
        <label>
          <span className="label">{t('pages.templatePreview.existingIssueKeyOrBlank')}</span>
          <input
            value={key}
            onChange={(event) => {
              setKey(event.currentTarget.value);
            }}
          />
        </label>
        <button type="submit" className="button button-primary">
          {t('pages.templatePreview.useThisTemplate')}
        </button>
        <button type="button" className="button" onClick={onBack}>
          {t('pages.templatePreview.back')}
        </button>
      </form>
      <p>
        {t('pages.templatePreview.onlyYourTeamCanSay', {
          list: template.teamFills.map((field) => fieldLabels[field]).join(', '),
        })}
      </p>
      <dl className="definition">
        {(Object.entries(template.values) as [FieldName, FieldValue][]).map(([field, value]) => (
          <div key={field}>
            <dt>{fieldLabels[field]}</dt>
            <dd className="prose">{textOfValue(field, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
