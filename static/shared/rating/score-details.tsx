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
      {source === '' ? null : <p className="quiet small">Effort is {source}.</p>}
      {limiting.length === 0 ? null : (
        <p className="small">
          Held down by {limiting.map(({ name }) => name.toLowerCase()).join(' and ')}.
        </p>
      )}
      <Ranges look={look} scored={scored} />
      <Chances look={look} scored={scored} />
      <Moves look={look} moves={whatWouldMoveIt(model, rating, estimate)} />
      <p className="quiet small">
        Rests on: {evidenceTexts[rating.evidence ?? 'opinion'].toLowerCase()}
        {rating.evidence === null ? ', because nobody said otherwise' : ''}.
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
      In 8 of 10 outcomes:{' '}
      {told
        .map(([side, spread]) => {
          const [low, high] = likelyRange(side, spread);
          return `${side.label.toLowerCase()} ${say(low)} to ${say(high)}`;
        })
        .join(', ')}
      .
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
    <section aria-label="Where it may end up">
      <h4 className="label">Where it may end up</h4>
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
    <section aria-label="What would move it">
      <h4 className="label">What would move it</h4>
      <ul className="small moves">
        {moves.slice(0, 3).map(({ criterion, from, to, just, quadrant }) => (
          <li key={`${criterion.id}-${String(to)}`}>
            {criterion.name} {justTexts[just]}
            {say(to)} instead of {say(from)}: {nameOf(quadrant).toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  );
}
