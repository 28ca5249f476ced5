import { delMany, get, getMany, keys, set, setMany } from 'idb-keyval';
import * as v from 'valibot';
import { readScoring, type ScoringSettings } from '#domain/scoring/scoring-settings';
import type { AccountId, IssueId, ProjectId } from '#domain/ids';
import type { ScoredIssue } from '#domain/quadrant/scored-issue';

/** A picture as the browser keeps it between visits. */
export type KeptPicture = {
  /** When it was last read in full, and when what changed was last looked for; seconds since 1970. */
  readonly readAt: number;
  readonly at: number;
  /** The fields that hold estimates. */
  readonly pointsIn: readonly string[];
  /** How the project scored, so that places can be drawn before its settings are read again. */
  readonly scoring: ScoringSettings;
  readonly issues: readonly ScoredIssue[];
};

/** The copy of the last visit, with what the viewer rated since. */
export type FoundPicture = KeptPicture & {
  /** Value and effort by turns, to be drawn before anything is named. */
  readonly places: Float32Array;
  /** Whom the viewer rated since: Jira's index may not know of it yet. */
  readonly rated: readonly IssueId[];
};

/** The browser's own copy, for one person, one site and one project. Whoever else comes never sees it. */
export type PictureCache = {
  readonly read: () => Promise<FoundPicture | undefined>;
  readonly write: (picture: KeptPicture) => Promise<unknown>;
  readonly noteRated: (issues: readonly IssueId[]) => Promise<unknown>;
  /** Forgets the project: the viewer may not see it any more. */
  readonly drop: () => Promise<unknown>;
};

/** Nothing is kept longer than a day after it was read in full. */
const lifetime = 24 * 60 * 60;

/** How many ratings are remembered; who rates more at once reads the project anew next time. */
const ratedAtMost = 50;

const stored = v.object({
  version: v.literal(4),
  readAt: v.number(),
  at: v.number(),
  pointsIn: v.array(v.string()),
  scoring: v.unknown(),
  places: v.instance(ArrayBuffer),
  text: v.string(),
});

const ids = v.optional(v.array(v.string()), []);

/** Ends of the keys beside a picture's own: when it was read in full, and whom the viewer rated. */
const readMark = '#read';
const ratedMark = '#rated';

/**
 * One packed buffer of places and one text of the rest, in one record: rows would take a hundred times
 * as long. Copies of other people, of other sites and of yesterday are dropped. Where the browser
 * refuses, there is simply no copy.
 */
export function pictureCache(
  of: { readonly site: string; readonly viewer: AccountId; readonly project: ProjectId },
  now: () => number,
): PictureCache {
  const owner = `${of.site}:${of.viewer}:`;
  const key = `${owner}${of.project}`;
  const all = [key, key + readMark, key + ratedMark];
  return {
    read: () => unlessRefused(() => readPicture({ owner, key }, now() / 1000)),
    write: ({ issues, ...kept }) =>
      unlessRefused(async () => {
        const places = packed(issues).buffer;
        const text = JSON.stringify(issues);
        await setMany([
          [key, { ...kept, version: 4, places, text }],
          [key + readMark, kept.readAt],
          [key + ratedMark, []],
        ]);
      }),
    noteRated: (issues) =>
      unlessRefused(async () => {
        const before = v.parse(ids, await get(key + ratedMark));
        const rated = [...new Set([...before, ...issues])];
        await (rated.length > ratedAtMost ? delMany(all) : set(key + ratedMark, rated));
      }),
    drop: () => unlessRefused(() => delMany(all)),
  };
}

/** A full or forbidden store costs the next visit its quick start, and nothing else. */
async function unlessRefused<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

async function readPicture(
  { owner, key }: { readonly owner: string; readonly key: string },
  now: number,
): Promise<FoundPicture | undefined> {
  await tidy(owner, now);
  const [picture, noted] = await getMany<unknown>([key, key + ratedMark]);
  const parsed = v.safeParse(stored, picture);
  if (!parsed.success) return undefined;
  const { readAt, at, pointsIn, places, text } = parsed.output;
  return {
    ...{ readAt, at, pointsIn },
    scoring: readScoring(parsed.output.scoring),
    issues: JSON.parse(text) as readonly ScoredIssue[],
    places: new Float32Array(places),
    rated: v.parse(ids, noted) as IssueId[],
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

/** Removes what belongs to others, for one browser may serve several people and sites, and what is old. */
async function tidy(owner: string, now: number): Promise<void> {
  const all = await keys<string>();
  const marks = all.filter((each) => each.endsWith(readMark));
  const readAt = await getMany<number>(marks);
  const fresh = new Set(
    marks
      .filter((mark, index) => mark.startsWith(owner) && (readAt[index] ?? 0) > now - lifetime)
      .map((mark) => mark.slice(0, -readMark.length)),
  );
  await delMany(all.filter((each) => !fresh.has(each.replace(/#\w+$/u, ''))));
}
