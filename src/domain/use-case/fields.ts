import { documentFields, useCaseFields } from '../fields/columns/kinds';

/** How far a use case goes: simple and batched, triggered and cross-channel, or real-time. */
export type Stage = 'crawl' | 'walk' | 'run';

/** All stages, from the first to the last. */
export const stages = ['crawl', 'walk', 'run'] as const satisfies readonly Stage[];

/** Which way the KPI should move. */
export type Direction = 'up' | 'down';

/** Something that may go wrong, and what is done about it. */
export type Risk = { readonly risk: string; readonly mitigation: string };

/** What each kind of field holds. The empty value of a kind is `''`, `null` or `[]`. */
export type ValueOfKind = {
  text: string;
  line: string;
  number: number | null;
  date: string;
  stage: Stage | '';
  direction: Direction | '';
  list: readonly string[];
  risks: readonly Risk[];
};

/** The kinds of field: they decide how a value is parsed, edited and compared. */
export type FieldKind = keyof ValueOfKind;
/** What any field can hold. */
export type FieldValue = ValueOfKind[FieldKind];

/** Every field of both records; the names are disjoint, so a name tells its record. */
export const fields = { ...useCaseFields, ...documentFields } as const satisfies Record<
  string,
  FieldKind
>;

/** The name of a field, of either record. */
export type FieldName = keyof typeof fields;

/** The two records an issue can bear, each in an issue property of its own. */
export type RecordKind = 'useCase' | 'document';

/** Both kinds of record, the use case first. */
export const recordKinds: readonly RecordKind[] = ['useCase', 'document'];

type ValuesOf<Table extends Record<string, FieldKind>> = {
  readonly [Name in keyof Table]: ValueOfKind[Table[Name]];
};

/** All fields of both records, as the panel shows them. */
export type AllValues = ValuesOf<typeof fields>;

/** Any set of values by field name. */
export type Values = Readonly<Partial<Record<FieldName, FieldValue>>>;

/** The names of a record's fields, in reading order. */
export const fieldNames: Readonly<Record<RecordKind, readonly FieldName[]>> = {
  useCase: Object.keys(useCaseFields) as FieldName[],
  document: Object.keys(documentFields) as FieldName[],
};

/** The record that a field belongs to. */
export function recordOf(field: FieldName): RecordKind {
  return field in useCaseFields ? 'useCase' : 'document';
}

/** Tells a field name from any other text. */
export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}

const emptyOfKind: { readonly [Kind in FieldKind]: ValueOfKind[Kind] } = {
  text: '',
  line: '',
  number: null,
  date: '',
  stage: '',
  direction: '',
  list: [],
  risks: [],
};

/** The value of a field that nobody has answered. */
export function emptyValue(field: FieldName): FieldValue {
  return emptyOfKind[fields[field]];
}

/** Whether a value says nothing: no text, no number, no item. */
export function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whether two values of a field are the same; lists compare item by item. */
export function sameValue(left: FieldValue, right: FieldValue): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** All fields of both records, unanswered. */
export function noValues(): AllValues {
  const names = Object.keys(fields) as FieldName[];
  return Object.fromEntries(names.map((name) => [name, emptyValue(name)])) as AllValues;
}

/** All fields, with some values laid over them. The values have been parsed, so each fits its field. */
export function withValues(all: AllValues, values: Values): AllValues {
  return { ...all, ...values } as AllValues;
}
