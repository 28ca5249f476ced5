import { propertyLimit } from '../../src/domain/use-case/stored-record';
import type { Json } from '../../src/domain/use-case/json';
import { JiraError } from './problem';

/** A property that Jira takes: a key of up to 255 characters, a value of up to 32,768. */
export function checkedProperty(
  key: string,
  value: Json,
): { readonly key: string; readonly value: Json } {
  if (key === '') throw new JiraError(400, ['The property key must not be empty.']);
  if (key.length > 255) {
    throw new JiraError(400, ['The property key cannot be longer than 255 characters.']);
  }
  if (JSON.stringify(value).length > propertyLimit) {
    throw new JiraError(400, [
      `The property value cannot be longer than ${String(propertyLimit)} characters.`,
    ]);
  }
  return { key, value };
}
