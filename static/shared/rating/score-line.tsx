import type { ReactElement } from 'react';
import { withUnit } from '#domain/scoring/explain-score';
import { quadrantChances, quadrantOf } from '#domain/scoring/quadrant';
import type { Scored } from '#domain/scoring/score-use-case';
import { QuadrantBadge } from './quadrant-badge';
import type { RatingLook } from './rating-look';
import { sayChance } from './score-texts';
import { t } from '../texts';

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
          <span className="quiet">{t('rating.scoreLine.rankedByScore')}</span>
        ) : (
          <QuadrantBadge quadrant={quadrant} name={nameOf(quadrant)} />
        )}
        <strong>{t('rating.scoreLine.score', { score: say(score) })}</strong>
      </div>
      <p className="quiet small">
        {model.value.label} {say(value.likely)} · {model.effort.label}{' '}
        {withUnit(model.effort, effort.likely, say)}
        {quadrant === null || chance === null || chance === undefined
          ? ''
          : t('rating.scoreLine.inOfOutcomes', {
              quadrant: nameOf(quadrant),
              chance: sayChance(chance),
            })}
      </p>
    </div>
  );
}
