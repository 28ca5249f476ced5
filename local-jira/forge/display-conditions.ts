import type { Json } from '../../src/domain/use-case/json';
import { textOfJson, valueAt } from '../json-text';

/** What display conditions are judged on. */
export type ConditionContext = {
  readonly issueType: string;
  readonly projectType: string;
  readonly projectProperties: Readonly<Record<string, Json>>;
};

/**
 * Whether a module shows. Conditions side by side must all hold, under `not` as well. Lists of conditions
 * are refused: what they mean is not documented.
 */
export function conditionsHold(conditions: unknown, context: ConditionContext): boolean {
  if (conditions === undefined) return true;
  return entries(conditions).every(([name, value]) => holds(name, value, context));
}

function holds(name: string, value: unknown, context: ConditionContext): boolean {
  switch (name) {
    case 'and':
      return conditionsHold(value, context);
    case 'or':
      return entries(value).some(([each, condition]) => holds(each, condition, context));
    case 'not':
      return !conditionsHold(value, context);
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
  if (Array.isArray(value)) throw new Error('Display conditions stand in no list: use `or`.');
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
