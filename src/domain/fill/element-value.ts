import type { ElementLine } from './read-text';
import { splitInlineList } from './split-list';

/** What an element's lines say: as one text, as a list, and the words that introduce the list. */
export type ElementValue = {
  readonly text: string;
  readonly items: readonly string[];
  readonly leadIn: string;
};

/** Reads an element as its source lists it: bullets, else lines, else (if `inline`) commas. */
export function elementValue(lines: readonly ElementLine[], inline: boolean): ElementValue {
  const firstBullet = lines.findIndex((line) => line.bulleted);
  if (firstBullet >= 0) {
    const leadIn = joined(lines.slice(0, firstBullet).map((line) => line.text));
    const items = bulletItems(lines.slice(firstBullet));
    return { leadIn, items, text: [leadIn, ...items].filter((part) => part !== '').join('\n') };
  }
  const text = joined(lines.map((line) => line.text));
  if (inline) return { text, items: splitInlineList(text), leadIn: '' };
  return { text, items: paragraphs(lines), leadIn: '' };
}

/** A bullet alone on its line belongs to the next line; a line without one goes on with its item. */
function bulletItems(lines: readonly ElementLine[]): string[] {
  const items: string[] = [];
  for (const { text, bulleted } of lines) {
    if (bulleted) items.push(text);
    else items.push(joined([items.pop() ?? '', text]));
  }
  return items.filter((item) => item !== '');
}

/** Lines that a mail program wrapped are one paragraph; an empty line between starts another. */
function paragraphs(lines: readonly ElementLine[]): string[] {
  const found: string[] = [];
  let previous = Number.NaN;
  for (const { text, number } of lines) {
    const wrapped = number === previous + 1 && !/[.!?:;]$/u.test(found.at(-1) ?? '.');
    if (wrapped) found.push(joined([found.pop() ?? '', text]));
    else found.push(text);
    previous = number;
  }
  return found.filter((paragraph) => paragraph !== '');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
