import type { Model } from '../scoring/models';
import type { Estimate } from '../scoring/rating';
import type { StoredScore } from '../scoring/stored-score';

/**
 * Whether a score is of the settings of now, and its effort of where the effort stands now: what can be
 * told without its answers. From another estimate in the same place the effort of now can be told; from
 * one that is gone or new it cannot.
 */
export function isOfNow(
  { version, effort, effortFrom }: StoredScore,
  now: {
    readonly model: Model;
    readonly version: string;
    readonly estimate: Estimate | undefined;
  },
): boolean {
  const { model, estimate } = now;
  if (version !== now.version) return false;
  if (model.effort.combine !== 'estimate') return true;
  if (estimate === undefined || effortFrom === 'own')
    return (estimate === undefined) === (effortFrom === 'own');
  return effort.likely > 0 || estimate.points === 0;
}
