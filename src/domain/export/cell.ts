import { textOfValue } from '../fill/value-text';
import { fields, type FieldName, type FieldValue, type Risk } from '../use-case/fields';

/** Opens an item that cannot stand on a line of its own, and goes on with one. */
const bullet = '• ';
const further = '\n    ';
const risk = `${bullet}Risk: `;
const mitigation = '\n  Mitigation: ';

/**
 * A field's value as the text of a cell, which `valueOfCell` reads back as it was: a list has an item per
 * line. Items that a reader would take for something else have bullets, and go on indented.
 */
export function cellOf(field: FieldName, value: FieldValue): string {
  if (fields[field] === 'list') return listCell((value ?? []) as readonly string[]);
  if (fields[field] === 'risks') return (value as readonly Risk[]).map(riskCell).join('\n');
  return textOfValue(field, value);
}

function listCell(items: readonly string[]): string {
  const plain = items.every(isPlain) && !(items.length === 1 && items[0]?.includes(';') === true);
  if (plain) return items.join('\n');
  return items.map((item) => bullet + goingOn(item)).join('\n');
}

/** What is read back as one item although nothing marks it. */
function isPlain(item: string): boolean {
  return item !== '' && item.trim() === item && !/[\n\r]|^[-•*]/u.test(item);
}

function riskCell(each: Risk): string {
  return risk + goingOn(each.risk) + mitigation + goingOn(each.mitigation);
}

function goingOn(text: string): string {
  return text.replaceAll('\n', further);
}

/** Reads a cell that `cellOf` wrote with bullets; undefined where it has none, or others than ours. */
export function valueOfCell(field: FieldName, cell: string): FieldValue | undefined {
  if (!cell.startsWith(bullet)) return undefined;
  const blocks = `\n${cell}`.split(`\n${bullet}`).slice(1);
  if (fields[field] === 'list') return blocks.map(joined);
  if (fields[field] !== 'risks' || !blocks.every((block) => block.includes(mitigation)))
    return undefined;
  return blocks.map((block): Risk => {
    const [first = '', ...rest] = block.split(mitigation);
    return {
      risk: joined(first.replace(/^Risk: /u, '')),
      mitigation: joined(rest.join(mitigation)),
    };
  });
}

function joined(text: string): string {
  return text.replaceAll(further, '\n');
}

/** Signs that a spreadsheet begins a formula with, the full-width ones among them. */
const formula = '[=+\\-@＝＋－＠﹢﹦]';
/** What a reader does not see, and a spreadsheet may take away. */
const unseen = String.raw`[\s\u0000-\u001F\u007F\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\u3164\uFE00-\uFE0F\uFEFF]*`;
/** Where a cell, or a part of it after a list separator, begins. */
const start = '(?<=^|[;\\n\\r])';

const toGuard = new RegExp(
  `${start}(?!-\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?(?:$|;))(?=${unseen}(?:'${unseen})*${formula})`,
  'giu',
);
const guarded = new RegExp(`${start}'(?=${unseen}(?:'${unseen})*${formula})`, 'gu');

/**
 * A cell's text, marked as text with a quote wherever a spreadsheet would calculate: at its start, also
 * behind spaces, and after a list separator. Negative numbers stay numbers. Source: OWASP, CSV injection.
 */
export function guard(text: string): string {
  return text.replace(toGuard, "'");
}

/** Takes away the quotes that `guard` set. */
export function unguard(text: string): string {
  return text.replace(guarded, '');
}
