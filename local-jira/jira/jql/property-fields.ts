import type { Json } from '../../../src/domain/use-case/json';
import { itemsOf, valueAt } from '../../json-text';
import type { IndexedProperty } from '../operation';
import type { Issue } from '../state';
import { choiceField, momentField, numberField, textField } from './field-kinds';
import type { JqlField, JqlWorld } from './jql-world';

/**
 * A field of JQL for a value of an entity property, by its declared type. Values of another type
 * are not indexed, as Jira leaves them out.
 */
export function propertyField(property: IndexedProperty, names: readonly string[]): JqlField {
  const strings = (world: JqlWorld, issue: Issue): readonly string[] =>
    valuesOf(world, issue, property).filter((value) => typeof value === 'string');
  const numbers = (world: JqlWorld, issue: Issue): readonly number[] =>
    valuesOf(world, issue, property).filter((value) => typeof value === 'number');
  switch (property.type) {
    case 'number':
      return numberField({ names, of: numbers });
    case 'date':
      return momentField({ names, of: strings });
    case 'text':
      return textField({ names, of: strings });
    case 'string':
      return choiceField({
        names,
        idsOf: (_world, text) => [text],
        of: strings,
        sortKey: (world) => (issue) => strings(world, issue)[0] ?? null,
      });
    case 'user':
      return choiceField({
        names,
        idsOf: ({ state }, text) =>
          state.people.filter(({ accountId }) => accountId === text).map((each) => each.accountId),
        of: strings,
      });
  }
}

/** The declared property that `issue.property[key].path` names. */
export function declaredProperty(
  { indexedProperties }: JqlWorld,
  propertyKey: string,
  path: string,
): IndexedProperty | undefined {
  return indexedProperties.find(
    (property) => property.propertyKey === propertyKey && property.path === path,
  );
}

function valuesOf(
  { state }: JqlWorld,
  { id }: Issue,
  { propertyKey, path }: IndexedProperty,
): readonly Json[] {
  const stored = state.issueProperties[id]?.[propertyKey];
  const found = valueAt(
    stored,
    path.split('.').filter((step) => step !== ''),
  );
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? itemsOf(found) : [found];
}
