import { chapters, type Chapter } from '../fields/columns/chapters';
import { isEmpty, type FieldName } from '../use-case/fields';
import type { UseCaseDocument } from './document';

/** The chapters of a document that say something, with only the fields that do. */
export function chaptersOf({ values }: UseCaseDocument): readonly Chapter[] {
  return chapters
    .map(({ title, fields }) => ({
      title,
      fields: fields.filter(([field]) => !isEmpty(values[field])),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Every field that a document can hold. */
export const documentedFields: readonly FieldName[] = chapters.flatMap(({ fields }) =>
  fields.map(([field]) => field),
);
