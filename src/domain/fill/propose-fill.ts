import {
  emptyValue,
  sameValue,
  fields,
  type FieldName,
  type FieldValue,
  type Values,
} from '../use-case/fields';
import { fieldOfElement } from './labels';
import type { FoundText } from './read-text';
import { toValues } from './to-values';

/** A value that the text offers for a field, and the record of the text that it comes from. */
export type Candidate = { readonly record: number; readonly value: FieldValue };

/** A field that the text says something about. */
export type Proposal = {
  readonly field: FieldName;
  /** What is on the issue already; empty where nothing is. */
  readonly existing: FieldValue;
  readonly candidates: readonly Candidate[];
  /** Whether a person put a line into this field, which says that they want it there. */
  readonly placed: boolean;
  /** The line on which the first candidate stands, where one line can be named. */
  readonly line: number | undefined;
};

/** What a text would change on an issue. */
export type FillProposal = {
  readonly proposals: readonly Proposal[];
  /** Fields that already say what the text says. */
  readonly same: readonly FieldName[];
  /** Lines that fit no field and the words around lists: kept with the use case as a note. */
  readonly note: string;
};

/** What a person decided while looking at a text. */
export type FillDecisions = {
  /** Which of the text's records fill this issue. */
  readonly records: readonly number[];
  /** Lines that were not understood, by number, and the field that a person put them into. */
  readonly placed: ReadonlyMap<number, FieldName>;
};

/** Chooses the records to begin with: all of them, but of several of one kind only the first. */
export function firstRecords(found: FoundText): readonly number[] {
  const kinds = found.records.map(({ kind }) => kind);
  return kinds.flatMap((kind, index) => (kinds.indexOf(kind) === index ? [index] : []));
}

/** Sorts a text into the fields of one issue, beside what the issue already says. */
export function proposeFill(
  found: FoundText,
  existing: Values,
  { records, placed }: FillDecisions,
): FillProposal {
  const offered = new Map<FieldName, Candidate[]>();
  const notes: string[] = [];
  for (const record of records) {
    const source = found.records[record];
    if (source === undefined) continue;
    const { values, note } = toValues(source);
    notes.push(...note);
    for (const [field, value] of Object.entries(values) as [FieldName, FieldValue][]) {
      offered.set(field, [...(offered.get(field) ?? []), { record, value }]);
    }
  }
  for (const [field, value] of placedValues(found, placed)) {
    const earlier = offered.get(field) ?? [
      { record: -1, value: existing[field] ?? emptyValue(field) },
    ];
    offered.set(
      field,
      earlier.map((candidate) => ({ ...candidate, value: joined(field, candidate.value, value) })),
    );
  }
  const unknown = unknownLines(found, records).filter(({ number }) => !placed.has(number));
  const all = [...offered].map(([field, candidates]): Proposal => {
    const line = found.lines.find(
      (each) =>
        each.fate === 'element' &&
        each.record === candidates[0]?.record &&
        fieldOfElement(each.element) === field,
    );
    return {
      field,
      candidates,
      existing: existing[field] ?? emptyValue(field),
      placed: [...placed.values()].includes(field),
      line: line?.number,
    };
  });
  const isSame = (proposal: Proposal): boolean =>
    proposal.candidates.every(({ value }) => sameValue(value, proposal.existing));
  return {
    proposals: inFieldOrder(all.filter((proposal) => !isSame(proposal))),
    same: all.filter(isSame).map(({ field }) => field),
    note: [...unknown.map(({ source }) => source), ...notes].join('\n'),
  };
}

/** Lines that were not understood, where they stand below a chosen record or above all records. */
function unknownLines(found: FoundText, records: readonly number[]): FoundText['lines'] {
  let above = -1;
  return found.lines.filter((line) => {
    if (line.fate === 'element') above = line.record;
    return line.fate === 'unknown' && (above === -1 || records.includes(above));
  });
}

function inFieldOrder(proposals: readonly Proposal[]): readonly Proposal[] {
  const order = Object.keys(fields);
  return [...proposals].sort(
    (left, right) => order.indexOf(left.field) - order.indexOf(right.field),
  );
}

function placedValues(
  found: FoundText,
  placed: ReadonlyMap<number, FieldName>,
): readonly (readonly [FieldName, string])[] {
  return found.lines.flatMap(({ number, text }) => {
    const field = placed.get(number);
    return field === undefined ? [] : [[field, text] as const];
  });
}

/** Adds a line to what a field says: one more item of a list, or one more line of a text. */
function joined(field: FieldName, value: FieldValue, line: string): FieldValue {
  switch (fields[field]) {
    case 'list':
      return [...((value as readonly string[] | null) ?? []), line];
    case 'text':
    case 'line':
      return typeof value === 'string' && value !== '' ? `${value}\n${line}` : line;
    default:
      return value;
  }
}

/** The fields that a line can be put into by hand: those that take any words. */
export const placeableFields: readonly FieldName[] = (Object.keys(fields) as FieldName[]).filter(
  (field) => ['text', 'line', 'list'].includes(fields[field]) && field !== 'note',
);
