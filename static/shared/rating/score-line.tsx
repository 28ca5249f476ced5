import type { ReactElement } from 'react';
import { withUnit } from '#domain/scoring/explain-score';
import { quadrantChances, quadrantOf } from '#domain/scoring/quadrant';
import type { Scored } from '#domain/scoring/score-use-case';
import { QuadrantBadge } from './quadrant-badge';
import type { RatingLook } from './rating-look';
import { sayChance } from './score-texts';

/** A score in one glance: the quadrant, the figures behind it, and how sure it is. */
export function ScoreLine({
  look: { model, say, nameOf },
  scored: { value, effort, score },
}: {
  readonly look: RatingLook;
  readonly scored: Scored;
}): ReactElement {
  const quadrant = quadrantOf(model, value.likely, effort.likely);
  const chance = quadrant && quadrantChances(model, value, effort)?.[quadrant];
  return (
    <div className="score-line">
      <div className="spread">
        {quadrant === null ? (
          <span className="quiet">Ranked by score</span>
        ) : (
          <QuadrantBadge quadrant={quadrant} name={nameOf(quadrant)} />
        )}
        <strong>Score {say(score)}</strong>
      </div>
      <p className="quiet small">
        {model.value.label} {say(value.likely)} · {model.effort.label}{' '}
        {withUnit(model.effort, effort.likely, say)}
        {quadrant === null || chance === null || chance === undefined
          ? ''
          : ` · ${nameOf(quadrant)} in ${sayChance(chance)} of outcomes`}
      </p>
    </div>
  );
}
