import type { ReactElement } from 'react';
import { explainScore } from '#domain/scoring/explain-score';
import { likelyRange, quadrantChances, quadrants } from '#domain/scoring/quadrant';
import type { Estimate, Rating } from '#domain/scoring/rating';
import { limitingCriteria, type Scored } from '#domain/scoring/score-use-case';
import { whatWouldMoveIt, type Move } from '#domain/scoring/what-would-move-it';
import { QuadrantGlyph } from './quadrant-badge';
import './rating.css';
import type { RatingLook } from './rating-look';
import { evidenceTexts, effortSource, sayChance } from './score-texts';
import { t } from '../texts';

/** What a score is made of, where it may end up, and what would move it. */
export function ScoreDetails({
  look,
  rating,
  scored,
  estimate,
}: {
  readonly look: RatingLook;
  readonly rating: Rating;
  readonly scored: Scored;
  readonly estimate: Estimate | undefined;
}): ReactElement {
  const { model, say } = look;
  const workings = explainScore(model, { rating, scored }, say);
  const source = effortSource(model, scored.effortFrom, estimate);
  const limiting = limitingCriteria(model.effort, rating);
  return (
    <div className="score-details">
      <dl className="workings">
        {workings.map(({ what, how, result }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {how === '' ? null : <span className="quiet small">{how} = </span>}
              <strong>{result}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {source === '' ? null : (
        <p className="quiet small">{t('rating.scoreDetails.effortIs', { source })}</p>
      )}
      {limiting.length === 0 ? null : (
        <p className="small">
          {t('rating.scoreDetails.heldDownBy', {
            names: limiting.map(({ name }) => name.toLowerCase()).join(' and '),
          })}
        </p>
      )}
      <Ranges look={look} scored={scored} />
      <Chances look={look} scored={scored} />
      <Moves look={look} moves={whatWouldMoveIt(model, rating, estimate)} />
      <p className="quiet small">
        {t('rating.scoreDetails.restsOn', {
          name: evidenceTexts[rating.evidence ?? 'opinion'].toLowerCase(),
          otherwise:
            rating.evidence === null ? t('rating.scoreDetails.becauseNobodySaidOtherwise') : '',
        })}
      </p>
    </div>
  );
}

function Ranges({
  look: { model, say },
  scored: { value, effort },
}: {
  readonly look: RatingLook;
  readonly scored: Scored;
}): ReactElement | null {
  if (value.sd === 0 && effort.sd === 0) return null;
  const told = [
    [model.value, value],
    [model.effort, effort],
  ] as const;
  return (
    <p className="quiet small">
      {t('rating.scoreDetails.in8Of10Outcomes', {
        list: told
          .map(([side, spread]) => {
            const [low, high] = likelyRange(side, spread);
            return t('rating.scoreDetails.to', {
              name: side.label.toLowerCase(),
              low: say(low),
              high: say(high),
            });
          })
          .join(', '),
      })}
    </p>
  );
}

function Chances({
  look: { model, nameOf },
  scored: { value, effort },
}: {
  readonly look: RatingLook;
  readonly scored: Scored;
}): ReactElement | null {
  const chances = quadrantChances(model, value, effort);
  if (chances === null) return null;
  return (
    <section aria-label={t('rating.scoreDetails.whereItMayEndUp')}>
      <h4 className="label">{t('rating.scoreDetails.whereItMayEndUp')}</h4>
      <ul className="chances">
        {quadrants.map((quadrant) => (
          <li key={quadrant}>
            <QuadrantGlyph quadrant={quadrant} />
            <span>{nameOf(quadrant)}</span>
            <meter
              className={`chance-${quadrant}`}
              aria-hidden
              min="0"
              max="1"
              value={chances[quadrant]}
            />
            <span className="figure-cell">{sayChance(chances[quadrant])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const justTexts: Readonly<Record<Move['just'], string>> = {
  at: '',
  below: 'under ',
  above: 'over ',
};

function Moves({
  look: { say, nameOf },
  moves,
}: {
  readonly look: RatingLook;
  readonly moves: readonly Move[];
}): ReactElement | null {
  if (moves.length === 0) return null;
  return (
    <section aria-label={t('rating.scoreDetails.whatWouldMoveIt')}>
      <h4 className="label">{t('rating.scoreDetails.whatWouldMoveIt')}</h4>
      <ul className="small moves">
        {moves.slice(0, 3).map(({ criterion, from, to, just, quadrant }) => (
          <li key={`${criterion.id}-${String(to)}`}>
            {t('rating.scoreDetails.insteadOf', {
              name: criterion.name,
              just: justTexts[just],
              to: say(to),
              from: say(from),
              toLowerCase: nameOf(quadrant).toLowerCase(),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
