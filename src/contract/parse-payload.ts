import * as v from 'valibot';
import type { ProgrammeChange } from '../domain/programme/programme-change';
import { authoredKinds } from '../domain/authored-kinds';
import { locksAtOnce, projectDocuments } from '../domain/documents';
import { settingsParts } from '../domain/settings/settings';
import { parseEntry } from '../domain/programme/parse-entry';
import { isProgrammeList, isProgrammeText } from '../domain/programme/programme';
import { evidenceLadder } from '../domain/scoring/evidence';
import { rangeSchema as range } from '../domain/scoring/range';
import type { RatingAnswer, RatingChange } from '../domain/scoring/stored-rating';
import { isFieldName, recordOf, type FieldName } from '../domain/use-case/fields';
import type { FieldEdit } from '../domain/use-case/field-edit';
import { parseValue } from '../domain/use-case/parse-value';
import { viewRequest } from '../domain/views/saved-view';
import type {
  ProgrammePayload,
  ProposalPayload,
  RecordEditOfPayload,
  RecordEditPayload,
  RecordRatingPayload,
  RemoveRecordPayload,
  RemoveViewPayload,
  ReplaceRecordPayload,
  SaveViewPayload,
  SettleManyPayload,
  SettlePayload,
  SettingsPayload,
  TakeManyPayload,
  WithdrawPayload,
} from './app-api';

const opId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/u));
const issueId = v.pipe(v.string(), v.regex(/^\d{1,18}$/u));
const kind = v.picklist(['useCase', 'document']);
const rawChange = v.object({ field: v.string(), base: v.unknown(), next: v.unknown() });

const recordEdit = v.object({
  kind,
  edit: v.object({ opId, changes: v.pipe(v.array(rawChange), v.minLength(1), v.maxLength(64)) }),
});

const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/u));

const replaceRecord = v.object({ issue: issueId, kind, opId, seen: fingerprint });

const authored = v.picklist(authoredKinds);

const removeRecord = v.object({ issue: issueId, document: authored, opId, seen: fingerprint });

const withdraw = v.union([
  v.object({ issue: issueId, document: authored, opId }),
  v.object({ issue: v.null(), document: v.picklist(projectDocuments), opId }),
]);

const settings = v.object({
  opId,
  changes: v.pipe(
    v.array(v.object({ part: v.picklist(settingsParts), base: v.unknown(), next: v.unknown() })),
    v.maxLength(settingsParts.length),
  ),
  replaces: v.nullable(fingerprint),
});

/** Reads an untrusted payload of `recordEdit`; `undefined` if it is none. */
export function parseRecordEdit(payload: unknown): RecordEditPayload | undefined {
  const parsed = v.safeParse(recordEdit, payload);
  if (!parsed.success) return undefined;
  const { kind: record, edit } = parsed.output;
  const changes = edit.changes.map(parseChange);
  const fitting = changes.filter((change) => change !== undefined);
  const names = new Set(fitting.map((change) => change.field));
  const sound =
    names.size === changes.length && fitting.every(({ field }) => recordOf(field) === record);
  return sound ? { kind: record, edit: { opId: edit.opId, changes: fitting } } : undefined;
}

function parseChange(raw: v.InferOutput<typeof rawChange>): FieldEdit | undefined {
  if (!isFieldName(raw.field)) return undefined;
  const field: FieldName = raw.field;
  const base = parseValue(field, raw.base);
  const next = parseValue(field, raw.next);
  return base.ok && next.ok ? { field, base: base.value, next: next.value } : undefined;
}

/** Reads an untrusted payload of `recordEditOf`; `undefined` if it is none. */
export function parseRecordEditOf(payload: unknown): RecordEditOfPayload | undefined {
  const issue = v.safeParse(v.object({ issue: issueId }), payload);
  const edit = parseRecordEdit(payload);
  return issue.success && edit !== undefined ? { ...edit, ...issue.output } : undefined;
}

const evidence = v.picklist(evidenceLadder);

const recordRating = v.object({
  issue: issueId,
  opId,
  changes: v.pipe(
    v.array(
      v.object({
        input: v.pipe(v.string(), v.regex(/^[a-zA-Z][\w-]{0,39}$/u)),
        base: v.unknown(),
        next: v.unknown(),
      }),
    ),
    v.minLength(1),
    v.maxLength(32),
  ),
});

/** Reads an untrusted payload of `recordRating`; `undefined` if it is none. */
export function parseRecordRating(payload: unknown): RecordRatingPayload | undefined {
  const parsed = v.safeParse(recordRating, payload);
  if (!parsed.success) return undefined;
  const changes = parsed.output.changes.map(parseRatingChange);
  const fitting = changes.filter((change) => change !== undefined);
  const inputs = new Set(fitting.map(({ input }) => input));
  return inputs.size === changes.length ? { ...parsed.output, changes: fitting } : undefined;
}

function parseRatingChange(
  raw: v.InferOutput<typeof recordRating>['changes'][number],
): RatingChange | undefined {
  const base = parseAnswer(raw.input, raw.base);
  const next = parseAnswer(raw.input, raw.next);
  return base === undefined || next === undefined ? undefined : { input: raw.input, base, next };
}

/** `undefined` where an answer does not fit its input; null is the answer taken back. */
function parseAnswer(input: string, raw: unknown): RatingAnswer | undefined {
  if (raw === null) return null;
  if (input === 'evidence') return v.is(evidence, raw) ? raw : undefined;
  const parsed = v.safeParse(range, raw);
  return parsed.success ? parsed.output : undefined;
}

const rawProgramme = v.object({
  opId,
  changes: v.pipe(
    v.array(
      v.union([
        v.object({ list: v.string(), id: v.string(), base: v.unknown(), next: v.unknown() }),
        v.object({ text: v.string(), base: v.string(), next: v.string() }),
      ]),
    ),
    v.minLength(1),
    v.maxLength(500),
  ),
});

/** Reads an untrusted payload of `changeProgramme`; `undefined` if it is none. */
export function parseProgramme(payload: unknown): ProgrammePayload | undefined {
  const parsed = v.safeParse(rawProgramme, payload);
  if (!parsed.success) return undefined;
  const changes = parsed.output.changes.map(parseProgrammeChange);
  const fitting = changes.filter((change) => change !== undefined);
  return fitting.length === changes.length
    ? { opId: parsed.output.opId, changes: fitting }
    : undefined;
}

function parseProgrammeChange(
  raw: v.InferOutput<typeof rawProgramme>['changes'][number],
): ProgrammeChange | undefined {
  if ('text' in raw) return isProgrammeText(raw.text) ? { ...raw, text: raw.text } : undefined;
  const { list, id } = raw;
  if (!isProgrammeList(list)) return undefined;
  const base = raw.base === null ? null : parseEntry(list, raw.base);
  const next = raw.next === null ? null : parseEntry(list, raw.next);
  if (base === undefined || next === undefined) return undefined;
  const named = [base, next].every((entry) => entry === null || entry.id === id);
  return named ? { list, id, base, next } : undefined;
}

const proposal = v.object({
  list: v.string(),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255)),
});

const settle = v.object({ id: opId, seen: v.unknown(), accept: v.boolean() });

/** Reads an untrusted payload of `propose`; `undefined` if it is none. */
export function parseProposal(payload: unknown): ProposalPayload | undefined {
  const parsed = v.safeParse(proposal, payload);
  if (!parsed.success) return undefined;
  const { list, name } = parsed.output;
  return isProgrammeList(list) ? { list, name } : undefined;
}

/** Reads an untrusted payload of `settleProposal`; `undefined` if it is none. */
export function parseSettle(payload: unknown): SettlePayload | undefined {
  const parsed = v.safeParse(settle, payload);
  if (!parsed.success) return undefined;
  const { id, accept } = parsed.output;
  const seen = parseProposal(parsed.output.seen);
  return seen && { id, seen, accept };
}

const moment = v.pipe(v.string(), v.isoTimestamp());

const saveView = v.union([
  v.object({ ...viewRequest.entries, id: v.null(), seen: v.null() }),
  v.object({ ...viewRequest.entries, id: opId, seen: moment }),
]);

const removeView = v.object({ id: opId, seen: moment });

/** Reads an untrusted payload of `saveView`; `undefined` if it is none. */
export function parseSaveView(payload: unknown): SaveViewPayload | undefined {
  const parsed = v.safeParse(saveView, payload);
  return parsed.success ? parsed.output : undefined;
}

/** Reads an untrusted payload of `removeView`; `undefined` if it is none. */
export function parseRemoveView(payload: unknown): RemoveViewPayload | undefined {
  const parsed = v.safeParse(removeView, payload);
  return parsed.success ? parsed.output : undefined;
}

/** A call that takes nothing: whatever came with it is left unread. */
export function parseNothing(): Record<string, never> {
  return {};
}

/** Reads an untrusted payload of `replaceRecord`; `undefined` if it is none. */
export function parseReplaceRecord(payload: unknown): ReplaceRecordPayload | undefined {
  const parsed = v.safeParse(replaceRecord, payload);
  return parsed.success ? parsed.output : undefined;
}

/**
 * Reads an untrusted payload of `changeSettings`; `undefined` if it is none. What each part is to hold
 * is judged when it is merged, because the parts depend on each other.
 */
export function parseSettings(payload: unknown): SettingsPayload | undefined {
  const parsed = v.safeParse(settings, payload);
  if (!parsed.success) return undefined;
  const changes = parsed.output.changes.map(({ part, base, next }) => ({ part, base, next }));
  const { opId: op, replaces } = parsed.output;
  const once = new Set(changes.map(({ part }) => part)).size === changes.length;
  const asked = changes.length > 0 || replaces !== null;
  return once && asked ? { opId: op, changes, replaces } : undefined;
}

/** Reads an untrusted payload of `removeRecord`; `undefined` if it is none. */
export function parseRemoveRecord(payload: unknown): RemoveRecordPayload | undefined {
  const parsed = v.safeParse(removeRecord, payload);
  return parsed.success ? parsed.output : undefined;
}

/** Reads an untrusted payload of `withdrawEdit`; `undefined` if it is none. */
export function parseWithdraw(payload: unknown): WithdrawPayload | undefined {
  const parsed = v.safeParse(withdraw, payload);
  return parsed.success ? parsed.output : undefined;
}

const takeMany = v.object({
  document: authored,
  edits: v.pipe(
    v.array(v.object({ issue: issueId, opId, changes: v.array(v.unknown()) })),
    v.minLength(1),
    v.maxLength(locksAtOnce),
  ),
});

/** Reads an untrusted payload of `takeMany`; `undefined` if it is none. */
export function parseTakeMany(payload: unknown): TakeManyPayload | undefined {
  const parsed = v.safeParse(takeMany, payload);
  if (!parsed.success) return undefined;
  const { document, edits } = parsed.output;
  const read = edits.map(({ issue, opId: op, changes }) => {
    const found = parseChangesOf(document, op, changes);
    return found === undefined ? undefined : { issue, opId: op, changes: found };
  });
  const fitting = read.filter((each) => each !== undefined);
  const issues = new Set(fitting.map(({ issue }) => issue));
  return issues.size === edits.length ? { document, edits: fitting } : undefined;
}

function parseChangesOf(
  document: TakeManyPayload['document'],
  op: string,
  changes: readonly unknown[],
): TakeManyPayload['edits'][number]['changes'] | undefined {
  return document === 'rating'
    ? parseRecordRating({ issue: '1', opId: op, changes })?.changes
    : parseRecordEdit({ kind: document, edit: { opId: op, changes } })?.edit.changes;
}

const fieldNames = v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(64));

const settleMany = v.object({
  document: authored,
  issues: v.pipe(
    v.array(
      v.object({
        issue: issueId,
        opId,
        fields: fieldNames,
        remembered: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(64)),
      }),
    ),
    v.minLength(1),
    v.maxLength(locksAtOnce),
  ),
});

/** Reads an untrusted payload of `settleMany`; `undefined` if it is none. */
export function parseSettleMany(payload: unknown): SettleManyPayload | undefined {
  const parsed = v.safeParse(settleMany, payload);
  if (!parsed.success) return undefined;
  const issues = new Set(parsed.output.issues.map(({ issue }) => issue));
  return issues.size === parsed.output.issues.length ? parsed.output : undefined;
}
