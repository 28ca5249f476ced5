import type { ReactElement } from 'react';
import type { RatingAnswer, RatingClash } from '#domain/scoring/stored-rating';
import { Notice } from '../notice';
import type { RatingLook } from './rating-look';
import { evidenceTexts } from './score-texts';

/** Answers that two people gave differently: both, and whose to keep. */
export function RatingClashes({
  look,
  clashes,
  onSettle,
}: {
  readonly look: RatingLook;
  readonly clashes: readonly RatingClash[];
  readonly onSettle: (clash: RatingClash, mine: boolean) => void;
}): ReactElement | null {
  if (clashes.length === 0) return null;
  return (
    <Notice tone="warning" title="Somebody else answered while you did">
      <ul className="clash-list">
        {clashes.map((clash) => (
          <li key={clash.input}>
            <p>
              {nameOf(look, clash.input)}: theirs is {said(look, clash.theirs)}, yours is{' '}
              {said(look, clash.next)}.
            </p>
            <div className="actions">
              <button
                type="button"
                className="button"
                onClick={() => {
                  onSettle(clash, false);
                }}
              >
                Keep theirs
              </button>
              <button
                type="button"
                className="button"
                onClick={() => {
                  onSettle(clash, true);
                }}
              >
                Use mine
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function nameOf({ model }: RatingLook, input: string): string {
  const criteria = [...model.value.criteria, ...model.effort.criteria];
  if (input === 'evidence') return 'What it rests on';
  return criteria.find(({ id }) => id === input)?.name ?? input;
}

function said({ say }: RatingLook, answer: RatingAnswer): string {
  if (answer === null) return 'no answer';
  if (typeof answer === 'string') return `“${evidenceTexts[answer]}”`;
  const { low, likely, high } = answer;
  return low === high ? say(likely) : `${say(likely)} (${say(low)} to ${say(high)})`;
}
