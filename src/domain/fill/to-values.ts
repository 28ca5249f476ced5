import {
  fields,
  isEmpty,
  stages,
  type FieldName,
  type FieldValue,
  type Values,
} from '../use-case/fields';
import { isDay } from '../use-case/is-day';
import { elementValue, type ElementValue } from './element-value';
import { fieldOfElement, type Element } from './labels';
import { readKpi, readNumber } from './read-kpi';
import { readRisks } from './read-risks';
import { readStorySentence, type StorySentence } from './read-story-sentence';
import type { FoundRecord } from './read-text';

/** What a found record would put into the fields, and words that fit no field. */
export type FoundValues = {
  readonly title: string;
  readonly values: Values;
  /** Lead-ins of lists and remainders: kept with the use case as a note, never dropped. */
  readonly note: readonly string[];
};

type Writable = Partial<Record<FieldName, FieldValue>>;

/** The elements that sources list on one line, with commas. */
export const inlineLists: ReadonlySet<Element> = new Set([
  'processes',
  'actors',
  'dataObjects',
  'metrics',
]);

/** Elements that are read together, or that are no words: each has a reader of its own below. */
const readApart: ReadonlySet<Element> = new Set<Element>([
  ...(['sentence', 'description', 'risks', 'stage'] as const),
  ...(['kpi.name', 'kpi.unit', 'kpi.baseline', 'kpi.target', 'kpi.direction', 'kpi.by'] as const),
]);

/** The value of one element of a record. */
export function valueOfElement(record: FoundRecord, element: Element): ElementValue {
  return elementValue(record.elements.get(element) ?? [], inlineLists.has(element));
}

/** Sorts a found record into the fields of the use case and of its document. */
export function toValues(record: FoundRecord): FoundValues {
  const values: Writable = {};
  const note: string[] = [];
  for (const element of record.elements.keys()) {
    const field = fieldOfElement(element);
    if (field === undefined || readApart.has(element)) continue;
    const found = valueOfElement(record, element);
    if (fields[field] !== 'list') values[field] = found.text;
    else {
      values[field] = found.items;
      if (found.leadIn !== '') note.push(found.leadIn);
    }
  }
  addStory(record, values);
  addMeasure(record, values, note);
  const risks = valueOfElement(record, 'risks');
  values.risks = readRisks(risks.items);
  if (risks.leadIn !== '') note.push(risks.leadIn);
  return {
    title: valueOfElement(record, 'identification.title').text,
    values: filled(values),
    note,
  };
}

/** The story sentence of a record, from a line of its own or from the description. */
export function storyOf(record: FoundRecord): StorySentence | undefined {
  const sentence = valueOfElement(record, 'sentence').text;
  return readStorySentence(sentence === '' ? valueOfElement(record, 'description').text : sentence);
}

function addStory(record: FoundRecord, values: Writable): void {
  const story = storyOf(record);
  if (story !== undefined) {
    values['story.persona'] = story.persona;
    values['story.goal'] = story.goal;
    values['story.benefit'] = story.benefit;
  }
  const sentence = valueOfElement(record, 'sentence').text;
  const description = valueOfElement(record, 'description').text;
  // A sentence that the three fields repeat in full need not be kept a second time.
  const kept = story !== undefined && saysNoMore(sentence, story) ? '' : sentence;
  values.description = [kept, description].filter((part) => part !== '').join('\n');
}

const frameWords =
  /\b(?:as|an?|the|our|any|i|we|want|wants|would|like|need|wish|expect|can|so|that|in|order|to|d)\b/giu;

function saysNoMore(sentence: string, story: StorySentence): boolean {
  const plain = sentence.replace(/\s+/gu, ' ');
  const rest = [story.persona, story.goal, story.benefit]
    .filter((part) => part !== '')
    .reduce((left, part) => left.replace(part, ' '), plain);
  return !/[\p{L}\p{N}]/u.test(rest.replace(frameWords, ''));
}

function addMeasure(record: FoundRecord, values: Writable, note: string[]): void {
  const text = (element: Element): string => valueOfElement(record, element).text;
  const kpi = readKpi(text('kpi.name'));
  const baseline = figureOf('Baseline', text('kpi.baseline'), kpi.baseline, note);
  const target = figureOf('Target', text('kpi.target'), kpi.target, note);
  values['kpi.name'] = kpi.name;
  values['kpi.unit'] =
    [text('kpi.unit'), kpi.unit, target.unit, baseline.unit].find((unit) => unit !== '') ?? '';
  values['kpi.direction'] = direction(text('kpi.direction'), note);
  values['kpi.baseline'] = baseline.figure;
  values['kpi.target'] = target.figure;
  values['kpi.by'] = kpi.by === '' ? day(text('kpi.by'), note) : kpi.by;
  if (kpi.rest !== '') note.push(kpi.rest);
  const stage = stages.find((each) => new RegExp(`\\b${each}\\b`, 'iu').test(text('stage')));
  if (stage !== undefined) values.stage = stage;
  else if (text('stage') !== '') note.push(`Stage: ${text('stage')}`);
}

type Figure = { readonly figure: number | null; readonly unit: string };

const figureLine =
  /^(?<sign>[€$£]?)\s*(?<figure>[-−]?\d[\d.,'\s\u00A0]*?)\s*(?<unit>%|[€$£]|\p{L}{3,12})?\.?$/u;

/** A figure of its own line, with its unit. One that the KPI's line has already stays with that. */
function figureOf(label: string, text: string, inKpi: number | null, note: string[]): Figure {
  const read = readFigure(text);
  const unread = text !== '' && (read.figure === null || inKpi !== null);
  if (unread) note.push(`${label}: ${text}`);
  return inKpi === null ? read : { figure: inKpi, unit: '' };
}

function readFigure(text: string): Figure {
  const { sign = '', figure = '', unit = '' } = figureLine.exec(text)?.groups ?? {};
  const number = readNumber(figure);
  return { figure: number, unit: number === null ? '' : sign || unit };
}

const directions: readonly (readonly ['up' | 'down', RegExp])[] = [
  ['up', /\b(?:up|higher|increase|more)\b/iu],
  ['down', /\b(?:down|lower|decrease|less)\b/iu],
];

function direction(text: string, note: string[]): 'up' | 'down' | '' {
  const found = directions.filter(([, words]) => words.test(text)).map(([name]) => name);
  if (found.length === 1) return found[0] ?? '';
  if (text !== '') note.push(`Direction: ${text}`);
  return '';
}

function day(text: string, note: string[]): string {
  if (isDay(text)) return text;
  if (text !== '') note.push(`By ${text}`);
  return '';
}

function filled(values: Writable): Values {
  const entries = Object.entries(values) as [FieldName, FieldValue][];
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
}
