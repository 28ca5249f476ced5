import type { Json } from '../../src/domain/use-case/json';
import { textOfJson, valueAt } from '../json-text';

/** What display conditions are judged on. */
export type ConditionContext = {
  readonly issueType: string;
  readonly projectType: string;
  readonly projectProperties: Readonly<Record<string, Json>>;
};

/** Whether a module shows. Conditions side by side must all hold; `not` holds if none of its own does. */
export function conditionsHold(conditions: unknown, context: ConditionContext): boolean {
  if (conditions === undefined) return true;
  return entries(conditions).every(([name, value]) => holds(name, value, context));
}

function holds(name: string, value: unknown, context: ConditionContext): boolean {
  switch (name) {
    case 'and':
      return alternatives(value).every((each) => conditionsHold(each, context));
    case 'or':
      return alternatives(value).some((each) => conditionsHold(each, context));
    case 'not':
      return alternatives(value).every((each) => !conditionsHold(each, context));
    case 'issueType':
      return [value].flat().includes(context.issueType);
    case 'projectType':
      return [value].flat().includes(context.projectType);
    case 'entityPropertyEqualTo':
      return propertyEquals(value, context);
    default:
      throw new Error(`Local Jira does not know the display condition "${name}".`);
  }
}

/** A list of conditions, or an object whose conditions count one by one. */
function alternatives(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return entries(value).map(([name, condition]) => ({ [name]: condition }));
}

function propertyEquals(value: unknown, { projectProperties }: ConditionContext): boolean {
  const condition = Object.fromEntries(entries(value));
  if (condition['entity'] !== 'project') {
    throw new Error('Local Jira judges property conditions on projects only.');
  }
  const stored = projectProperties[textOfJson(condition['propertyKey'])];
  const path = textOfJson(condition['objectName']).split('.').filter(Boolean);
  const found = valueAt(stored, path);
  if (found === undefined) return false;
  return (typeof found === 'string' ? found : JSON.stringify(found)) === condition['value'];
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
