import { fieldNamesInSources } from '../fields/columns/names';
import type { Family } from '../fields/table';
import type { FieldName } from '../use-case/fields';

/**
 * What a labelled line or a section of a source can hold: a field; or a story's sentence, the five pillars
 * or the identification, which each become several.
 */
export type Element = FieldName | 'sentence' | 'how' | 'identification';

/** A label as sources write it, and what stands behind it. */
export type Label = {
  readonly element: Element;
  readonly family: Exclude<Family, 'column'>;
  /** The label's own letters, by which a repeat is told from another name for the same thing. */
  readonly name: string;
};

/** What several fields follow from. */
const containers: readonly (readonly [Label['family'], Element, string])[] = [
  ['document', 'identification', 'usecaseidentification identification'],
  ['framework', 'how', 'how'],
];

const labels: ReadonlyMap<string, Label> = new Map(
  [...fieldNamesInSources, ...containers].flatMap(([family, element, names]) =>
    family === 'column'
      ? []
      : names.split(' ').map((name): [string, Label] => [name, { family, element, name }]),
  ),
);

const columns: ReadonlyMap<string, FieldName> = new Map(
  fieldNamesInSources.flatMap(([family, field, names]) =>
    family === 'column' ? names.split(' ').map((name) => [name, field] as const) : [],
  ),
);

/** Finds the label that a text is, whatever its case, spacing, dashes and numbering. */
export function findLabel(text: string): Label | undefined {
  const letters = text
    .replace(/\(s\)/giu, 's')
    .replace(/&/gu, 'and')
    .replace(/\s+#?\d+$/u, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
  return labels.get(letters);
}

/** Finds the field that a column of a table holds, by its heading: headings have words that texts do not use. */
export function findColumn(heading: string): FieldName | undefined {
  const column = columns.get(heading.toLowerCase().replace(/[^\p{L}]/gu, ''));
  if (column !== undefined) return column;
  const label = findLabel(heading);
  return label && fieldOfElement(label.element);
}

/** The field that an element mainly speaks of, for telling people where a line went. */
export function fieldOfElement(element: Element): FieldName | undefined {
  if (element === 'sentence') return 'story.persona';
  return element === 'how' || element === 'identification' ? undefined : element;
}
