import * as v from 'valibot';
import type { Writing } from '../document/document-kind';
import type { ClashOf } from '../document/operation';
import { isJsonObject, type Json, type JsonObject } from '../use-case/json';
import { evidenceLadder, type Evidence } from './evidence';
import { rangeSchema, readRange, storeRange, type Range } from './range';
import { ownAnswer, type Rating } from './rating';

/** The longest rating, in UTF-16 code units of its JSON; the panel alone reads it. */
export const ratingLimit = 8_192;

/** The schema that this version writes, and the newest that it may rewrite. */
const ratingSchema = 1;

/** What can be answered: a criterion, by its id, or the evidence. */
export type RatingInput = string;

/** An answer: a range, a rung, or nothing. */
export type RatingAnswer = Range | Evidence | null;

/** One answer's change: what the person saw, and what they want. */
export type RatingChange = {
  readonly input: RatingInput;
  readonly base: RatingAnswer;
  readonly next: RatingAnswer;
};

/** One acknowledged edit of a rating. */
export type RatingEdit = {
  readonly op: string;
  readonly by: string;
  readonly at: string;
  readonly inputs: readonly RatingInput[];
};

/** A rating that this version understands. `source` keeps keys that are not ours. */
export type StoredRating = Rating & {
  readonly rev: number;
  readonly changes: readonly RatingEdit[];
  readonly source: JsonObject;
};

/** What the property turned out to hold. */
export type ReadRating =
  | { readonly state: 'absent' }
  | { readonly state: 'ready'; readonly rating: StoredRating }
  | { readonly state: 'newer'; readonly rating: StoredRating }
  | { readonly state: 'damaged'; readonly rating: StoredRating };

const frame = v.object({
  rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
  evidence: v.optional(v.picklist(evidenceLadder)),
  // Not a record: the library leaves out keys that every object has, and a criterion may be called so.
  answers: v.custom<JsonObject>(isJsonObject),
  changes: v.array(
    v.object({
      op: v.string(),
      by: v.string(),
      at: v.string(),
      inputs: v.array(v.string()),
    }),
  ),
});

/** Reads an untrusted property value as a rating. A value that is none of ours counts as damaged. */
export function readRating(raw: unknown): ReadRating {
  if (raw === undefined) return { state: 'absent' };
  const parsed = v.safeParse(frame, raw);
  if (!isJsonObject(raw) || !parsed.success) return { state: 'damaged', rating: newRating() };
  const { rev, evidence, changes } = parsed.output;
  const read = Object.entries(parsed.output.answers).map(
    ([input, value]) => [input, readRange(value)] as const,
  );
  const answers = read.flatMap(([input, range]) => (range === undefined ? [] : [[input, range]]));
  const rating: StoredRating = {
    rev,
    answers: Object.fromEntries(answers) as StoredRating['answers'],
    evidence: evidence ?? null,
    changes,
    source: raw,
  };
  const { schema } = raw;
  if (typeof schema === 'number' && schema > ratingSchema) return { state: 'newer', rating };
  const sound = schema === ratingSchema && answers.length === read.length;
  return { state: sound ? 'ready' : 'damaged', rating };
}

/** A rating that nobody has answered yet. */
export function newRating(): StoredRating {
  return { rev: 0, answers: {}, evidence: null, changes: [], source: {} };
}

/** The answer to one input. */
export function answerOf({ answers, evidence }: Rating, input: RatingInput): RatingAnswer {
  return input === 'evidence' ? evidence : (ownAnswer(answers, input) ?? null);
}

const rung = v.picklist(evidenceLadder);

/** Reads an untrusted answer; `undefined` where it does not fit its input. Null is the answer taken back. */
export function parseAnswer(input: RatingInput, raw: unknown): RatingAnswer | undefined {
  if (raw === null) return null;
  if (input === 'evidence') return v.is(rung, raw) ? raw : undefined;
  const parsed = v.safeParse(rangeSchema, raw);
  return parsed.success ? parsed.output : undefined;
}

/** Whether two answers say the same. */
export function sameAnswer(left: RatingAnswer, right: RatingAnswer): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The changes that take others back. An undo is a change like any other, so it can clash. */
export function takenBackAnswers(changes: readonly RatingChange[]): readonly RatingChange[] {
  return changes.map(({ input, base, next }) => ({ input, base: next, next: base }));
}

/** An answer that two people gave differently: both are shown, and a person decides. */
export type RatingClash = ClashOf<RatingChange>;

/** A rating with one answer changed. */
export function withAnswer(rating: Rating, input: RatingInput, answer: RatingAnswer): Rating {
  if (input === 'evidence')
    return { ...rating, evidence: typeof answer === 'string' ? answer : null };
  const others = Object.entries(rating.answers).filter(([id]) => id !== input);
  const own = answer === null || typeof answer === 'string' ? [] : [[input, answer] as const];
  return { ...rating, answers: Object.fromEntries([...others, ...own]) };
}

/** The rating as it is written with other answers: one `rev` on, with the history given. */
export function toStoredRating(
  stored: StoredRating,
  rating: Rating,
  { signature, changes }: Pick<Writing<RatingChange>, 'signature' | 'changes'>,
): JsonObject {
  const answers = Object.entries(rating.answers).map(([input, range]): [string, Json] => [
    input,
    storeRange(range) as Json,
  ]);
  const foreign = Object.entries(stored.source).filter(([key]) => key !== 'evidence');
  return {
    ...Object.fromEntries(foreign),
    schema: ratingSchema,
    rev: stored.rev + 1,
    answers: Object.fromEntries(answers),
    ...(rating.evidence !== null && { evidence: rating.evidence }),
    updated: signature.at.replace(/\.\d+Z$/u, 'Z'),
    updatedBy: signature.by,
    changes,
  };
}
