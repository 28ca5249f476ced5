import * as v from 'valibot';
import { authoredKinds } from '../domain/authored-kinds';
import { locksAtOnce, projectDocuments } from '../domain/documents';
import { parseEntry } from '../domain/programme/parse-entry';
import { isProgrammeList, isProgrammeText } from '../domain/programme/programme';
import type { AuthoredKind } from '../domain/property-keys';
import type { ProgrammeChange } from '../domain/programme/programme-change';
import { parseAnswer, type RatingChange } from '../domain/scoring/stored-rating';
import { settingsParts } from '../domain/settings/settings';
import type { FieldEdit } from '../domain/use-case/field-edit';
import { isFieldName, recordKinds, recordOf, type RecordKind } from '../domain/use-case/fields';
import { parseValue } from '../domain/use-case/parse-value';
import { viewRequest } from '../domain/views/saved-view';

/** A schema, and a function that reads its value further; `undefined` refuses the payload. */
function reading<Raw, Out>(
  schema: v.GenericSchema<unknown, Raw>,
  read: (raw: Raw) => Out | undefined,
) {
  return v.pipe(
    schema,
    v.rawTransform<Raw, Out>(({ dataset, addIssue, NEVER }) => {
      const found = read(dataset.value);
      if (found !== undefined) return found;
      addIssue();
      return NEVER;
    }),
  );
}

/** A list of at most so many items, at least one, no two of which are about the same thing. */
function several<Item>(
  item: v.GenericSchema<unknown, Item>,
  most: number,
  aboutOf: (item: Item) => string,
) {
  return v.pipe(
    v.array(item),
    v.minLength(1),
    v.maxLength(most),
    v.check((items) => new Set(items.map(aboutOf)).size === items.length),
    v.readonly(),
  );
}

const opId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/u));
const issue = v.pipe(v.string(), v.regex(/^\d{1,18}$/u));
const kind = v.picklist(recordKinds);
const document = v.picklist(authoredKinds);
const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/u));
const moment = v.pipe(v.string(), v.isoTimestamp());

const fieldEdit = reading(
  v.object({ field: v.string(), base: v.unknown(), next: v.unknown() }),
  (raw): FieldEdit | undefined => {
    const { field } = raw;
    if (!isFieldName(field)) return undefined;
    const base = parseValue(field, raw.base);
    const next = parseValue(field, raw.next);
    return base.ok && next.ok ? { field, base: base.value, next: next.value } : undefined;
  },
);

const fieldEdits = several(fieldEdit, 64, ({ field }) => field);

const edit = v.object({ opId, changes: fieldEdits });

type OfRecord = {
  readonly kind: RecordKind;
  readonly edit: { readonly changes: readonly FieldEdit[] };
};

/** All fields must be those of the record that the payload names. */
const ofItsRecord = <Of extends OfRecord>() =>
  v.check<Of>(({ kind: record, edit: { changes } }) => areOf(record, changes));

function areOf(record: RecordKind, changes: readonly FieldEdit[]): boolean {
  return changes.every(({ field }) => recordOf(field) === record);
}

/** An edit of one record of the issue that the panel stands on. The issue comes from the platform. */
export const recordEdit = v.pipe(v.object({ kind, edit }), ofItsRecord());

/** An edit of one record of any issue, from a page where several issues are worked on. */
export const recordEditOf = v.pipe(v.object({ issue, kind, edit }), ofItsRecord());

const ratingChange = reading(
  v.object({
    input: v.pipe(v.string(), v.regex(/^[a-zA-Z][\w-]{0,39}$/u)),
    base: v.unknown(),
    next: v.unknown(),
  }),
  ({ input, ...raw }): RatingChange | undefined => {
    const base = parseAnswer(input, raw.base);
    const next = parseAnswer(input, raw.next);
    return base === undefined || next === undefined ? undefined : { input, base, next };
  },
);

const ratingChanges = several(ratingChange, 32, ({ input }) => input);

/** Answers about the value and effort of any issue; the rights are checked on that very id. */
export const recordRating = v.object({ issue, opId, changes: ratingChanges });

/**
 * The viewer's decision to replace a value that Northstar cannot rewrite. `seen` is the fingerprint of
 * that value, so that nothing else is replaced in its stead. The project's page names the issue; a panel
 * stands on it.
 */
export const replaceRecord = v.object({ issue, kind, opId, seen: fingerprint });

/** The viewer's decision to remove a document of an issue, as they saw it: `seen` is its fingerprint. */
export const removeRecord = v.object({ issue, document, opId, seen: fingerprint });

/** An operation whose fate is not known, to be taken back if it is not part of its document. */
export const withdraw = v.union([
  v.object({ issue, document, opId }),
  v.object({ issue: v.null(), document: v.picklist(projectDocuments), opId }),
]);

/**
 * Changes of the settings of the project that the page stands on. What each part is to hold is judged when
 * it is merged, because the parts depend on each other.
 */
export const settings = v.pipe(
  v.object({
    opId,
    changes: v.pipe(
      v.array(v.object({ part: v.picklist(settingsParts), base: v.unknown(), next: v.unknown() })),
      v.maxLength(settingsParts.length),
      v.check((changes) => new Set(changes.map(({ part }) => part)).size === changes.length),
      v.readonly(),
    ),
    /** The fingerprint of damaged settings that are to be written over; null where none are. */
    replaces: v.nullable(fingerprint),
  }),
  v.check(({ changes, replaces }) => changes.length > 0 || replaces !== null),
);

const programmeChange = reading(
  v.union([
    v.object({ list: v.string(), id: v.string(), base: v.unknown(), next: v.unknown() }),
    v.object({ text: v.string(), base: v.string(), next: v.string() }),
  ]),
  (raw): ProgrammeChange | undefined => {
    if ('text' in raw) return isProgrammeText(raw.text) ? { ...raw, text: raw.text } : undefined;
    const { list, id } = raw;
    if (!isProgrammeList(list)) return undefined;
    const base = raw.base === null ? null : parseEntry(list, raw.base);
    const next = raw.next === null ? null : parseEntry(list, raw.next);
    if (base === undefined || next === undefined) return undefined;
    const named = [base, next].every((entry) => entry === null || entry.id === id);
    return named ? { list, id, base, next } : undefined;
  },
);

/** Changes of the programme of the project that the page stands on. */
export const programme = v.object({
  opId,
  changes: v.pipe(v.array(programmeChange), v.minLength(1), v.maxLength(500), v.readonly()),
});

/** An entry that somebody proposes for the programme of the project that the page stands on. */
export const proposal = v.object({
  list: v.custom<Parameters<typeof parseEntry>[0]>(
    (raw) => typeof raw === 'string' && isProgrammeList(raw),
  ),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255)),
});

/** What an admin decided about a proposal, as they saw it. */
export const settlement = v.object({ id: opId, seen: proposal, accept: v.boolean() });

/** A view to be saved: a new one, or in place of one's own, which was saved at `seen`. */
export const saveView = v.union([
  v.object({ ...viewRequest.entries, id: v.null(), seen: v.null() }),
  v.object({ ...viewRequest.entries, id: opId, seen: moment }),
]);

/** A view to be removed, as the viewer saw it. */
export const removeView = v.object({ id: opId, seen: moment });

/** One issue's changes among those of many. */
export type ManyEdit = {
  readonly issue: string;
  readonly opId: string;
  readonly changes: readonly (FieldEdit | RatingChange)[];
};

type TakeMany = { readonly document: AuthoredKind; readonly edits: readonly ManyEdit[] };

/** Changes of one document of many issues, whose locks are to be taken. */
export const takeMany = reading(
  v.object({
    document,
    edits: several(
      v.object({ issue, opId, changes: v.array(v.unknown()) }),
      locksAtOnce,
      ({ issue: id }) => id,
    ),
  }),
  ({ document: of, edits }): TakeMany | undefined => {
    const read = edits.flatMap(({ changes, ...rest }) => {
      const parsed = v.safeParse(of === 'rating' ? ratingChanges : fieldEdits, changes);
      return parsed.success ? [{ ...rest, changes: parsed.output }] : [];
    });
    const isOfOne = (each: ManyEdit): boolean =>
      of === 'rating' || areOf(of, each.changes as readonly FieldEdit[]);
    return read.length === edits.length && read.every(isOfOne)
      ? { document: of, edits: read }
      : undefined;
  },
);

const fieldNames = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(60))),
  v.maxLength(64),
  v.readonly(),
);

/** What was read back of each issue that was taken. */
export const settleMany = v.object({
  document,
  issues: several(
    v.object({
      issue,
      opId,
      /** The fields that were written; none where all of them clashed. */
      fields: fieldNames,
      /** The operations that the record names. */
      remembered: v.pipe(
        v.array(v.pipe(v.string(), v.maxLength(200))),
        v.maxLength(64),
        v.readonly(),
      ),
    }),
    locksAtOnce,
    ({ issue: id }) => id,
  ),
});

/** A call that takes nothing: whatever came with it is left unread. */
export const nothing = v.pipe(
  v.unknown(),
  v.transform((): Record<string, never> => ({})),
);
