import type { Field, Property } from '@atlaskit/jql-ast';
import { jqlFields } from './jql-fields';
import { noSuchField, notEvaluated } from './jql-problems';
import type { JqlField, JqlWorld } from './jql-world';
import { declaredProperty, propertyField } from './property-fields';

const byName = new Map(
  jqlFields.flatMap((field) => field.names.map((name) => [name.toLowerCase(), field] as const)),
);

/** Fields that Jira has and local Jira does not: to say "does not exist" would mislead. */
const notHere = new Set(
  (
    'affectedVersion approvals attachments category component development environment ' +
    'epic-link filter fixVersion hierarchyLevel issueHistory lastViewed organizations ' +
    'originalEstimate remainingEstimate request savedFilter searchRequest sprint ' +
    'timeSpent voter votes watcher watchers workLogAuthor workLogDate workRatio'
  )
    .toLowerCase()
    .split(' '),
);

/** The field that a clause or an ordering names: Jira's own, a property by path, or an app's alias. */
export function findField(world: JqlWorld, field: Field): JqlField {
  const { value, properties } = field;
  const [property] = properties ?? [];
  if (property !== undefined) return propertyByPath(world, field, property);
  const known = byName.get(value.toLowerCase());
  if (known !== undefined) return known;
  const alias = world.indexedProperties.find(
    ({ searchAlias }) => searchAlias?.toLowerCase() === value.toLowerCase(),
  );
  if (alias === undefined) {
    throw notHere.has(value.toLowerCase().replace(' ', '-'))
      ? notEvaluated(`the field '${value}'`)
      : noSuchField(value);
  }
  return propertyField(alias, [value]);
}

/** `issue.property[key].a.b`, where the app's manifest declares just that. */
function propertyByPath(world: JqlWorld, { value, text }: Field, property: Property): JqlField {
  const key = property.key?.value ?? '';
  const path = (property.path ?? []).map((step) => step.value.replace(/^\./u, '')).join('.');
  const name = `${text}[${key}]${path === '' ? '' : `.${path}`}`;
  const declared = declaredProperty(world, key, path);
  if (value !== 'issue.property' || declared === undefined) throw noSuchField(name);
  return propertyField(declared, [name]);
}
