import { findLabel, type Label } from './labels';

/** A line of a pasted text: its number from 1, its words without marks, and the label it opens with. */
export type TextLine = {
  readonly number: number;
  /** The line as it was pasted, without spaces around it. */
  readonly source: string;
  /** The line without bullet, number and heading marks. */
  readonly text: string;
  readonly bulleted: boolean;
  readonly numbered: boolean;
  readonly label: Label | undefined;
  /** What follows the label; the whole text where there is none. */
  readonly value: string;
};

const bullet = /^(?:[-–—•·▪◦‣*+](?:\s+|$))(?:\[[ xX]?\]\s*)?/u;
// A number in front of an item, which is no part of what it says.
const itemNumber = /^\(?(?:\d{1,2}[.)]|[a-z]\))\s+(?!\p{Lu}\p{Ll}+\s*$)/u;
// Anything that may number a heading; taken off only where a label follows.
const headingNumber =
  /^(?:section\s+)?\(?(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])[.):]?\s+(?:[-–—:]\s+)?/iu;
const heading = /^#{1,6}\s+/u;
const emphasis = /^(?:\*\*|__)+|(?:\*\*|__)+$/gu;

/** Splits a pasted text into lines, whatever its line ends, and reads each one's marks and label. */
export function readLines(text: string): readonly TextLine[] {
  const normal = text.replace(/^\uFEFF/u, '').replace(/\r\n?|\u2028|\u2029/gu, '\n');
  return normal.split('\n').map((line, index) => readLine(line, index + 1));
}

function readLine(line: string, number: number): TextLine {
  const source = line.replace(/[\u00A0\u2007\u202F]/gu, ' ').trim();
  const unheaded = source.replace(heading, '');
  const unbulleted = unheaded.replace(bullet, '');
  const unnumbered = withoutNumber(unbulleted, unbulleted !== unheaded);
  const marks = {
    headed: unheaded !== source || /^(?:\*\*|__)/u.test(source),
    bulleted: unbulleted !== unheaded,
    numbered: unnumbered !== unbulleted,
  };
  const text = unnumbered.replace(emphasis, '').trim();
  const found = splitLabel(text) ?? bareLabel(text, marks);
  return {
    number,
    source,
    text,
    bulleted: marks.bulleted,
    numbered: marks.numbered,
    label: found?.label,
    value: found?.value ?? text,
  };
}

function withoutNumber(text: string, bulleted: boolean): string {
  const asHeading = text.replace(headingNumber, '');
  const plain = asHeading.replace(emphasis, '').trim();
  const labelled = splitLabel(plain) ?? (plain.length <= 60 ? findLabel(plain) : undefined);
  if (labelled !== undefined) return asHeading;
  // After a bullet, a number is the item's own: "- 24. December".
  return bulleted ? text : text.replace(itemNumber, '');
}

type Found = { readonly label: Label; readonly value: string };

function splitLabel(text: string): Found | undefined {
  const parts =
    /^(?<name>[^:：]{2,60}?)\s*[:：](?<value>.*)$/su.exec(text) ??
    /^(?<name>[^:：]{2,60}?)\s+[-–—]+\s+(?<value>.+)$/su.exec(text);
  const label = parts?.groups === undefined ? undefined : findLabel(parts.groups['name'] ?? '');
  if (label === undefined) return undefined;
  const value = (parts?.groups?.['value'] ?? '').replace(emphasis, '').trim();
  return { label, value: value.replace(emphasis, '').trim() };
}

/** A label alone on its line is a heading, if its family or its marks make that plain. */
function bareLabel(
  text: string,
  marks: { headed: boolean; bulleted: boolean; numbered: boolean },
): Found | undefined {
  if (marks.bulleted || text.length > 60) return undefined;
  const label = findLabel(text);
  if (label === undefined) return undefined;
  const plain = label.family === 'document' || label.family === 'shared';
  return plain || marks.headed || marks.numbered ? { label, value: '' } : undefined;
}
