import { delMany, get, keys, set } from 'idb-keyval';
import * as v from 'valibot';
import { readScoring, type ScoringSettings } from '#domain/scoring/scoring-settings';
import type { AccountId, ProjectId } from '#ports/ids';
import type { ScoredIssue } from '#ports/scored-issues';

/** A picture as the browser keeps it between visits. */
export type KeptPicture = {
  /** When it was read, in seconds since 1970. */
  readonly at: number;
  /** The fields that hold estimates. */
  readonly pointsIn: readonly string[];
  /** How the project scored, so that places can be drawn before its settings are read again. */
  readonly scoring: ScoringSettings;
  readonly issues: readonly ScoredIssue[];
};

/** The browser's own copy, for one person and one project. Whoever else comes never sees it. */
export type PictureCache = {
  /** The copy; `places` are value and effort by turns, to be drawn before anything is named. */
  readonly read: () => Promise<(KeptPicture & { readonly places: Float32Array }) | undefined>;
  readonly write: (picture: KeptPicture) => Promise<void>;
};

/** Nothing is kept longer than a day. */
const lifetime = 24 * 60 * 60;

const stored = v.object({
  version: v.literal(2),
  at: v.number(),
  pointsIn: v.array(v.string()),
  scoring: v.unknown(),
  places: v.instance(ArrayBuffer),
  text: v.string(),
});

/**
 * One packed buffer of places and one text of the rest, in one record: rows would take a hundred times
 * as long. Copies of other people are dropped. Where the browser refuses, there is simply no copy.
 */
export function pictureCache(
  viewer: AccountId,
  project: ProjectId,
  now: () => number,
): PictureCache {
  const key = `${viewer}:${project}`;
  return {
    read: async () => {
      try {
        await dropOthers(viewer);
        const parsed = v.safeParse(stored, await get(key));
        if (!parsed.success || parsed.output.at < now() / 1000 - lifetime) return undefined;
        const { at, pointsIn, places, text } = parsed.output;
        const scoring = readScoring(parsed.output.scoring);
        const issues = JSON.parse(text) as readonly ScoredIssue[];
        return { at, pointsIn, scoring, issues, places: new Float32Array(places) };
      } catch {
        return undefined;
      }
    },
    write: async ({ at, pointsIn, scoring, issues }) => {
      try {
        const places = packed(issues).buffer;
        const text = JSON.stringify(issues);
        await set(key, { version: 2, at, pointsIn, scoring, places, text });
      } catch {
        // A full or forbidden store costs the next visit its quick start, and nothing else.
      }
    },
  };
}

function packed(issues: readonly ScoredIssue[]): Float32Array {
  const scored = issues.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const places = new Float32Array(scored.length * 2);
  scored.forEach(({ value, effort }, index) => {
    places[2 * index] = value.likely;
    places[2 * index + 1] = effort.likely;
  });
  return places;
}

/** Removes what belongs to other accounts: one browser may serve several people. */
async function dropOthers(viewer: AccountId): Promise<void> {
  const all = await keys<string>();
  await delMany(all.filter((each) => !each.startsWith(`${viewer}:`)));
}
