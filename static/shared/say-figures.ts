import { viewerLocale } from './texts';

/** A count as the viewer's locale writes it: 1,240 or 1.240. */
export function countOf(count: number): string {
  return count.toLocaleString(viewerLocale());
}

/** A list as the viewer's locale joins it: "a, b and c". */
export function listOf(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  const type = last === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(viewerLocale(), { type }).format(items);
}
