import type { Quadrant } from './quadrant';
import { quadrantOf } from './quadrant';
import type { Estimate } from './rating';
import { scoreUseCase } from './score-use-case';
import { modelFor, type ScoringSettings } from './scoring-settings';
import { readRating } from './stored-rating';

/** Where a use case stands: in a quadrant, ranked without one, or not scored. */
export type Standing = Quadrant | 'ranked' | 'unscored';

/** Use cases that would go from one standing to another. */
export type Shift = {
  readonly from: Standing;
  readonly to: Standing;
  readonly keys: readonly string[];
};

/** Use cases as they are scored: their answers and estimates, by the settings of some moment. */
export type ScoredBy = {
  readonly settings: ScoringSettings;
  readonly issues: readonly {
    readonly key: string;
    readonly rating: unknown;
    readonly estimate: Estimate | undefined;
  }[];
};

/** Which use cases other settings, and the estimates of another field, would put elsewhere, the largest group first. */
export function movesBetween(before: ScoredBy, after: ScoredBy): readonly Shift[] {
  const stood = new Map(
    before.issues.map((issue) => [issue.key, standingOf(before.settings, issue)]),
  );
  const shifts = new Map<string, { from: Standing; to: Standing; keys: string[] }>();
  for (const issue of after.issues) {
    const from = stood.get(issue.key) ?? 'unscored';
    const to = standingOf(after.settings, issue);
    if (from === to) continue;
    const shift = shifts.get(`${from} ${to}`) ?? { from, to, keys: [] };
    shift.keys.push(issue.key);
    shifts.set(`${from} ${to}`, shift);
  }
  return [...shifts.values()].sort((left, right) => right.keys.length - left.keys.length);
}

function standingOf(
  settings: ScoringSettings,
  { rating, estimate }: { readonly rating: unknown; readonly estimate: Estimate | undefined },
): Standing {
  const read = readRating(rating);
  const model = modelFor(settings);
  const scoring = read.state === 'absent' ? undefined : scoreUseCase(model, read.rating, estimate);
  if (scoring?.state !== 'scored') return 'unscored';
  return quadrantOf(model, scoring.value.likely, scoring.effort.likely) ?? 'ranked';
}
