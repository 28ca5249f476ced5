import { textLanguage } from './texts';

/** A list in the language of the texts: "a, b and c". */
export function listOf(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  const type = last === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(textLanguage(), { type }).format(items);
}
