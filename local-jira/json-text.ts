import { isJsonObject, type Json } from '../src/domain/use-case/json';

/** A string or number as text; anything else has none. */
export function textOfJson(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** The items of a list; none where there is no list. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** Follows names into an object; undefined where the way ends. */
export function valueAt(value: Json | undefined, names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>((outer, name) => {
    return isJsonObject(outer) ? outer[name] : undefined;
  }, value);
}
