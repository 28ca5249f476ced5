import type { ReactElement } from 'react';
import { chaptersOf } from '#domain/export/chapters';
import type { UseCaseDocument } from '#domain/export/document';
import { itemsOf } from '#domain/export/markdown';
import type { FieldName } from '#domain/use-case/fields';
import { textOfValue } from '#domain/fill/value-text';
import { fieldLabels } from '#domain/fields/columns/labels';
import { useProject } from '../project-context';
import { toDocument } from '../use-cases/documents';
import { t } from '../../shared/texts';

/** Use cases as documents to print: contents, chapters, version and change history. */
export default function PrintPage({ keys }: { readonly keys: string }): ReactElement {
  const { state, go } = useProject();
  const wanted = new Set(keys.split(','));
  const documents = state.useCases.filter(({ issue }) => wanted.has(issue.key)).map(toDocument);
  return (
    <section aria-label={t('pages.printPage.printView')}>
      <div className="actions no-print">
        <button
          type="button"
          className="button button-primary"
          onClick={() => {
            window.print();
          }}
        >
          {t('pages.printPage.print')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            go('/use-cases');
          }}
        >
          {t('pages.printPage.back')}
        </button>
      </div>
      {documents.length === 0 ? <p>{t('pages.printPage.noneOfTheseUseCases')}</p> : null}
      {documents.map((document) => (
        <PrintedDocument key={document.key} document={document} />
      ))}
    </section>
  );
}

function PrintedDocument({ document }: { readonly document: UseCaseDocument }): ReactElement {
  const chapters = chaptersOf(document);
  return (
    <article className="print-document">
      <h1>{document.summary}</h1>
      <p className="quiet">{t('pages.printPage.edit', { key: document.key, rev: document.rev })}</p>
      <nav aria-label={t('pages.printPage.contentsOf', { key: document.key })}>
        <h2>{t('pages.printPage.contents')}</h2>
        <ol className="bullets">
          {chapters.map(({ title }) => (
            <li key={title}>{title}</li>
          ))}
        </ol>
      </nav>
      {chapters.map(({ title, fields }, index) => (
        <section key={title} aria-label={title}>
          <h2>
            {index + 1}. {title}
          </h2>
          {fields.map(([field, label]) => (
            <PrintedField key={field} field={field} label={label} document={document} />
          ))}
        </section>
      ))}
      <PrintedHistory document={document} />
    </article>
  );
}

function PrintedField({
  field,
  label,
  document,
}: {
  readonly field: FieldName;
  readonly label: string;
  readonly document: UseCaseDocument;
}): ReactElement {
  const value = document.values[field];
  const items = itemsOf(field, value);
  return (
    <>
      {label === '' ? null : <h3 className="label">{label}</h3>}
      {items === undefined ? (
        <p className="prose" dir="auto">
          {textOfValue(field, value)}
        </p>
      ) : (
        <ul className="bullets">
          {items.map((item, index) => (
            <li key={index} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function PrintedHistory({
  document: { history },
}: {
  readonly document: UseCaseDocument;
}): ReactElement | null {
  const { wording } = useProject();
  if (history.length === 0) return null;
  return (
    <section aria-label={t('pages.printPage.changeHistory')}>
      <h2>{t('pages.printPage.changeHistory')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('pages.printPage.when')}</th>
            <th>{t('pages.printPage.field')}</th>
            <th>{t('pages.printPage.from')}</th>
            <th>{t('pages.printPage.to')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ at, field, from, to }, index) => (
            <tr key={index}>
              <td>{wording.moment(at)}</td>
              <td>{fieldLabels[field]}</td>
              <td dir="auto">{from ?? ''}</td>
              <td dir="auto">{to ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
