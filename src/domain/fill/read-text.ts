import type { Family } from '../fields/table';
import type { Element, Label } from './labels';
import { readLines, type TextLine } from './read-line';
import { opensStorySentence, readStorySentence } from './read-story-sentence';

/** Lines that a record's element is made of, in order. The label's own value is the first. */
export type ElementLine = {
  readonly number: number;
  readonly text: string;
  readonly bulleted: boolean;
};

/** A story, a document or loose framework answers found in a text. */
export type FoundRecord = {
  readonly kind: 'story' | 'document' | 'framework';
  readonly elements: ReadonlyMap<Element, readonly ElementLine[]>;
};

/** What became of a line: empty, a heading, part of a record's element, or not understood. */
export type LineFate =
  | { readonly fate: 'blank' | 'heading' | 'unknown' }
  | { readonly fate: 'element'; readonly record: number; readonly element: Element };

/** Everything that a text holds: no line is without a fate. */
export type FoundText = {
  readonly lines: readonly (TextLine & LineFate)[];
  readonly records: readonly FoundRecord[];
};

type Draft = {
  families: Set<Family>;
  elements: Map<Element, ElementLine[]>;
  /** The names of the labels used, so that a second name for one thing adds to it. */
  names: Set<string>;
};

type Reading = {
  readonly lines: readonly TextLine[];
  readonly fates: LineFate[];
  readonly drafts: Draft[];
  open: Element | undefined;
  /** Whether the open element's label stood behind a bullet, so that the next bullet is its sibling. */
  openBulleted: boolean;
  afterBlank: boolean;
};

/** Reads a pasted text into records. Order, numbering, missing parts and line ends do not matter. */
export function findInText(text: string): FoundText {
  const lines = readLines(text);
  const reading: Reading = {
    lines,
    fates: [],
    drafts: [],
    open: undefined,
    openBulleted: false,
    afterBlank: true,
  };
  for (const line of lines) {
    reading.fates.push(placeLine(reading, line));
    reading.afterBlank = line.source === '';
  }
  return {
    lines: lines.map((line, index) => ({
      ...line,
      ...(reading.fates[index] ?? { fate: 'unknown' }),
    })),
    records: reading.drafts.map(({ families, elements }) => ({ kind: kindOf(families), elements })),
  };
}

function placeLine(reading: Reading, line: TextLine): LineFate {
  if (line.source === '') return { fate: 'blank' };
  if (line.label !== undefined && labelApplies(reading, line)) return placeLabelled(reading, line);
  if (opensStorySentence(line.text) && mayOpenSentence(reading, line))
    return placeSentence(reading, line);
  if (isTitleOfNext(reading, line)) return placeTitle(reading, line);
  if (reading.open !== undefined && continues(reading, line)) {
    return addTo(reading, reading.open, line.text, line);
  }
  // What comes after a line that is nobody's is nobody's either.
  reading.open = undefined;
  return isHeading(reading, line) ? { fate: 'heading' } : { fate: 'unknown' };
}

/** Inside a document, a bulleted "Data: …" is an item of the section, not an answer of the framework. */
function labelApplies(reading: Reading, { label, bulleted }: TextLine): boolean {
  const current = reading.drafts.at(-1);
  const inDocument = current !== undefined && kindOf(current.families) === 'document';
  if (label?.family === 'identification') {
    return !bulleted || reading.open === 'identification' || !inDocument;
  }
  return !(inDocument && bulleted);
}

function placeLabelled(reading: Reading, line: TextLine): LineFate {
  const { label, value } = line;
  if (label === undefined || isLooseHow(label, value)) {
    // Which of the five pillars a loose "How: …" means, only a person can tell.
    reading.open = undefined;
    return { fate: 'unknown' };
  }
  if (label.family === 'start' && opensStorySentence(value)) {
    startIfTaken(reading, 'sentence');
    reading.open = 'sentence';
    return addTo(reading, 'sentence', value, unmarked(line));
  }
  const element = elementOf(label, value);
  openRecordFor(reading, line, { ...label, element });
  return value === '' ? begin(reading, element) : addTo(reading, element, value, unmarked(line));
}

function isLooseHow({ element }: Label, value: string): boolean {
  return element === 'how' && value !== '';
}

/** An identification with a value on its line is the number of the use case. */
function elementOf({ element }: Label, value: string): Element {
  return element === 'identification' && value !== '' ? 'identification.useCaseId' : element;
}

function openRecordFor(reading: Reading, line: TextLine, { family, element, name }: Label): void {
  if (family === 'start' || leavesStory(reading, line)) startRecord(reading, family);
  else startIfTaken(reading, element, name);
  const current = currentOf(reading);
  current?.families.add(family);
  current?.names.add(name);
  reading.open = family === 'identification' ? 'identification' : element;
  reading.openBulleted = line.bulleted && line.value !== '';
}

/** A document's heading below a story begins the document. */
function leavesStory(reading: Reading, { label, value }: TextLine): boolean {
  const current = currentOf(reading);
  const inStory = current !== undefined && kindOf(current.families) === 'story';
  return inStory && label?.family === 'document' && value === '';
}

/** A heading whose content follows on the next lines. */
function begin(reading: Reading, element: Element): LineFate {
  const elements = currentOf(reading)?.elements;
  if (elements?.has(element) === false) elements.set(element, []);
  return { fate: 'element', record: reading.drafts.length - 1, element };
}

function currentOf(reading: Reading): Draft | undefined {
  return reading.drafts.at(-1);
}

/** A bullet before a label marks the label, not an item of its list. */
function unmarked(line: TextLine): TextLine {
  return { ...line, bulleted: false, numbered: false };
}

function placeSentence(reading: Reading, line: TextLine): LineFate {
  startIfTaken(reading, 'sentence');
  reading.open = 'sentence';
  return addTo(reading, 'sentence', line.text, line);
}

function placeTitle(reading: Reading, line: TextLine): LineFate {
  startRecord(reading, 'start');
  reading.open = undefined;
  return addTo(reading, 'identification.title', line.text, line);
}

function startRecord(reading: Reading, family: Family): void {
  reading.drafts.push({ families: new Set([family]), elements: new Map(), names: new Set() });
}

/** A second answer to the same question belongs to the next record. */
function startIfTaken(reading: Reading, element: Element, name?: string): void {
  const current = currentOf(reading);
  if (current === undefined || isTaken(current, element, name)) {
    reading.drafts.push({ families: new Set(), elements: new Map(), names: new Set() });
  }
}

function isTaken({ elements, names }: Draft, element: Element, name?: string): boolean {
  if (element === 'identification') return elements.has(element);
  if (element === 'sentence' && elements.has('description')) return true;
  const filled = (elements.get(element) ?? []).length > 0;
  return filled && (name === undefined || names.has(name));
}

function addTo(reading: Reading, element: Element, text: string, line: TextLine): LineFate {
  const elements = reading.drafts.at(-1)?.elements;
  const added = elements?.get(element) ?? [];
  added.push({ number: line.number, text, bulleted: line.bulleted || line.numbered });
  elements?.set(element, added);
  return { fate: 'element', record: reading.drafts.length - 1, element };
}

/** A sentence opens where nothing else is being said, or where a line tells the whole story. */
function mayOpenSentence({ open, afterBlank, drafts }: Reading, { text }: TextLine): boolean {
  if (open === undefined || afterBlank) return true;
  if (open === 'sentence' || open === 'identification.title' || open === 'identification')
    return true;
  const inDescription = open === 'description' && drafts.length > 0;
  return !inDescription && readStorySentence(text) !== undefined;
}

/** An unlabelled line right above a story's labelled fields is the story's title. */
function isTitleOfNext(reading: Reading, line: TextLine): boolean {
  const current = reading.drafts.at(-1);
  if (!reading.afterBlank || (current && kindOf(current.families) === 'document')) return false;
  const next = reading.lines[line.number];
  const family = next?.label?.family;
  return (
    (family === 'story' || family === 'shared' || family === 'framework') && next?.value !== ''
  );
}

/**
 * A document's section runs on to the next heading; a story's field ends at an empty line, unless
 * it is still empty or more of the same story follows.
 */
function continues(reading: Reading, line: TextLine): boolean {
  const current = currentOf(reading);
  const { open } = reading;
  if (current === undefined || open === undefined || holdsNoLooseText(open)) return false;
  if (line.bulleted && isBesideBullets(reading, open)) return false;
  if (kindOf(current.families) === 'document' || !reading.afterBlank) return true;
  const isEmpty = (current.elements.get(open) ?? []).length === 0;
  return isEmpty || sameStoryGoesOn(reading, current, line);
}

/** The next bullet is a sibling of a bulleted label; below a sentence it is an acceptance criterion. */
function isBesideBullets({ openBulleted }: Reading, open: Element): boolean {
  return openBulleted || open === 'sentence';
}

/** The one waits for its pillars, the other for its labelled lines. */
function holdsNoLooseText(element: Element): boolean {
  return element === 'how' || element === 'identification';
}

function sameStoryGoesOn(reading: Reading, current: Draft, line: TextLine): boolean {
  const next = reading.lines.slice(line.number).find((later) => later.label !== undefined)?.label;
  return next !== undefined && next.family !== 'start' && !current.elements.has(next.element);
}

function isHeading(reading: Reading, line: TextLine): boolean {
  return (
    reading.drafts.length === 0 &&
    line.text.length < 120 &&
    !/[.!?:;]$|\d{3,}/u.test(line.text) &&
    line.text.split(/\s+/u).length <= 12 &&
    /use[\s-]?case|user[\s-]?stor|backlog|framework/iu.test(line.text)
  );
}

function kindOf(families: ReadonlySet<Family>): FoundRecord['kind'] {
  if (families.has('start') || families.has('story')) return 'story';
  return families.has('document') ? 'document' : 'framework';
}
