import type { FieldValue } from './fields';

/** How much of an earlier value a record remembers, in UTF-16 code units. */
export const rememberedText = 160;

/** A value as one short text, of at most so many code units and an ellipsis, for telling what was before. */
export function shortText(value: FieldValue, most = rememberedText): string {
  const text = textOf(value);
  if (text.length <= most) return text;
  // Half of a character is none: a cut pair of surrogates loses its first half, too.
  return `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function textOf(value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value.map((item) => (typeof item === 'string' ? item : item.risk)).join('; ');
}
