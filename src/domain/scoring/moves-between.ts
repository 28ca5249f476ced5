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

/** Which use cases other settings would put elsewhere, the largest group first. */
export function movesBetween(
  issues: readonly {
    readonly key: string;
    readonly rating: unknown;
    readonly estimate: Estimate | undefined;
  }[],
  before: ScoringSettings,
  after: ScoringSettings,
): readonly Shift[] {
  const shifts = new Map<string, { from: Standing; to: Standing; keys: string[] }>();
  for (const issue of issues) {
    const from = standingOf(before, issue);
    const to = standingOf(after, issue);
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
