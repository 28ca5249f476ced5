import * as v from 'valibot';
import { evidenceLadder } from '#domain/scoring/evidence';
import { rangeSchema } from '#domain/scoring/range';
import { noRating, type Rating } from '#domain/scoring/rating';
import type { AccountId, IssueId } from '#domain/ids';
import { isJsonObject } from '#domain/use-case/json';
import type { DeviceStore } from '../device-store';

/** Answers that were given and not saved, with what was on the issue then. */
export type RatingDraft = { readonly base: Rating; readonly answers: Rating };

/** The draft of one person's rating of one issue, kept on the device. */
export type RatingDrafts = {
  readonly read: () => RatingDraft | undefined;
  readonly keep: (draft: RatingDraft) => void;
  readonly clear: () => void;
};

// Not a record of the library: that leaves out keys that every object has, and a criterion may be called so.
const answers = v.pipe(
  v.custom<Rating['answers']>(isJsonObject),
  v.check((all) => Object.values(all).every((each) => v.is(rangeSchema, each))),
);
const rating = v.object({ answers, evidence: v.nullable(v.picklist(evidenceLadder)) });
const draft = v.object({ base: v.optional(rating, noRating), answers: rating });

/** Drafts of a person on an issue. */
export function ratingDrafts(device: DeviceStore, viewer: AccountId, issue: IssueId): RatingDrafts {
  const key = `northstar:rating:${viewer}:${issue}`;
  return {
    read: () => {
      const stored = device.read(key);
      const parsed = v.safeParse(draft, stored === null ? undefined : parsedJson(stored));
      return parsed.success ? parsed.output : undefined;
    },
    keep: (next) => {
      device.write(key, JSON.stringify(next));
    },
    clear: () => {
      device.remove(key);
    },
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
