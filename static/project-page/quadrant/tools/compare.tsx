import type { ReactElement, ReactNode } from 'react';
import type { Criterion } from '#domain/scoring/criterion';
import { likelyRange, quadrantChances } from '#domain/scoring/quadrant';
import { chanceAhead } from '#domain/scoring/rank-chances';
import { answerTo, noRating, type Rating } from '#domain/scoring/rating';
import { whatWouldOvertake } from '#domain/scoring/what-would-move-it';
import { openIssue } from '../../../shared/bridge';
import { QuadrantBadge } from '../../../shared/rating/quadrant-badge';
import type { RatingLook } from '../../../shared/rating/rating-look';
import { evidenceTexts, sayChance } from '../../../shared/rating/score-texts';
import type { Mark } from '#domain/quadrant/picture';
import type { WithPicture, WithStore } from '../data/page-parts';
import { usePickedRatings } from './use-picked-ratings';
import { t } from '../../../shared/texts';

/** Two use cases side by side: who comes first, how surely, and on what answers. */
export default function Compare({
  page,
  marks,
}: {
  readonly page: WithStore & WithPicture;
  readonly marks: readonly Mark[];
}): ReactElement | null {
  const { look } = page.picture;
  const read = usePickedRatings(page, marks);
  const [first, second] = marks;
  if (first === undefined || second === undefined) return null;
  const { model, say } = look;
  const ratings =
    typeof read === 'object' ? marks.map(({ issue }) => read.get(issue.id) ?? noRating) : undefined;
  const span = (mark: Mark, axis: 'value' | 'effort'): string => {
    const [low, high] = likelyRange(model[axis], mark[axis]);
    const likely = say(mark[axis].likely);
    return mark[axis].sd === 0
      ? likely
      : t('tools.compare.to', { likely, low: say(low), high: say(high) });
  };
  return (
    <div className="compare">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('tools.compare.inBrackets8Of10')}</th>
            {marks.map(({ issue }) => (
              <th key={issue.id} scope="col">
                <button
                  type="button"
                  className="link-button"
                  onClick={() => void openIssue(issue.key)}
                >
                  {issue.key}
                </button>{' '}
                {issue.summary}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name="Score" cells={marks.map(({ score }) => say(score))} />
          <Row name={model.value.label} cells={marks.map((mark) => span(mark, 'value'))} />
          <Row name={model.effort.label} cells={marks.map((mark) => span(mark, 'effort'))} />
          <Row name="Quadrant" cells={marks.map((mark) => placeOf(mark, look))} />
          {ratings === undefined
            ? null
            : [...model.value.criteria, ...model.effort.criteria].map((criterion) => (
                <Row
                  key={criterion.id}
                  name={criterion.name}
                  cells={ratings.map((rating, index) =>
                    answerText(criterion, { rating, mark: marks[index] }, look),
                  )}
                />
              ))}
          {ratings === undefined ? null : (
            <Row
              name="Rests on"
              cells={ratings.map(({ evidence }) => evidenceTexts[evidence ?? 'opinion'])}
            />
          )}
        </tbody>
      </table>
      {read === 'failed' ? (
        <p className="wrong">{t('tools.compare.theAnswersDidNotLoad')}</p>
      ) : null}
      <p>{verdict(first, second, look)}</p>
    </div>
  );
}

function Row({
  name,
  cells,
}: {
  readonly name: string;
  readonly cells: readonly ReactNode[];
}): ReactElement {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, index) => (
        <td key={index === 0 ? 'first' : 'second'}>{cell}</td>
      ))}
    </tr>
  );
}

function placeOf({ quadrant, value, effort }: Mark, { model, nameOf }: RatingLook): ReactNode {
  if (quadrant === null) return '–';
  const chance = quadrantChances(model, value, effort)?.[quadrant] ?? 1;
  return (
    <>
      <QuadrantBadge quadrant={quadrant} name={nameOf(quadrant)} /> {sayChance(chance)}
    </>
  );
}

function answerText(
  criterion: Criterion,
  { rating, mark }: { readonly rating: Rating; readonly mark: Mark | undefined },
  { model, say }: RatingLook,
): string {
  const ofEffort = model.effort.criteria.includes(criterion);
  const followed = ofEffort && model.effort.combine === 'estimate' ? mark?.estimate : undefined;
  if (followed !== undefined)
    return t('tools.compare.theTeamsEstimate', { points: say(followed.points) });
  const answer = answerTo(criterion, rating);
  if (answer === undefined) return '–';
  const { low, likely, high } = answer;
  return low === high
    ? say(likely)
    : t('tools.compare.to', { likely: say(likely), low: say(low), high: say(high) });
}

/** Who comes first, in how many outcomes, and what alone would turn it round. */
function verdict(first: Mark, second: Mark, { model, say }: RatingLook): string {
  const chance = chanceAhead(model, first, second);
  const { value, effort } = whatWouldOvertake(model, second, first);
  const ways = [
    ...(value === undefined ? [] : [`${model.value.label.toLowerCase()} ${say(value)}`]),
    ...(effort === undefined ? [] : [`${model.effort.label.toLowerCase()} ${say(effort)}`]),
  ];
  const level =
    ways.length === 0
      ? ''
      : t('tools.compare.wouldDrawLevelWithEach', {
          key: second.issue.key,
          changes: ways.join(', or with '),
        });
  return t('tools.compare.comesFirstInOfThe', {
    key: first.issue.key,
    chance: sayChance(chance),
    level,
  });
}
