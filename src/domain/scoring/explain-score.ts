import { onAxis, sharesOf } from './combine';
import type { Model, Side } from './models';
import { answerTo, type Rating } from './rating';
import { leastDivisor } from './ranking-score';
import type { Scored } from './score-use-case';

/** One line of arithmetic: what is worked out, how, and what comes out. */
export type Working = { readonly what: string; readonly how: string; readonly result: string };

/** Writes a figure for a reader. */
export type SayNumber = (figure: number) => string;

/** The formula of a score, filled with the figures of the use case at hand. */
export function explainScore(
  model: Model,
  { rating, scored }: { readonly rating: Rating; readonly scored: Scored },
  say: SayNumber,
): readonly Working[] {
  const { value, effort, effortFrom, score } = scored;
  const short = effort.likely < leastDivisor && model.easier === 'less';
  const divisor = short ? `½, the least that is divided by` : say(effort.likely);
  const sign = model.easier === 'more' ? '×' : '÷';
  return [
    {
      what: model.value.label,
      how: workingOf(model.value, rating, say),
      result: withUnit(model.value, value.likely, say),
    },
    {
      what: model.effort.label,
      how: effortFrom === 'own' ? workingOf(model.effort, rating, say) : '',
      result: withUnit(model.effort, effort.likely, say),
    },
    {
      what: 'Score',
      how: `${say(value.likely)} ${sign} ${divisor}`,
      result: say(score),
    },
  ];
}

/** A figure with its unit. */
export function withUnit({ unit }: Side, figure: number, say: SayNumber): string {
  return unit === '' ? say(figure) : `${say(figure)} ${unit}`;
}

function workingOf(side: Side, rating: Rating, say: SayNumber): string {
  const answers = side.criteria.map((criterion) =>
    onAxis(side, criterion, answerTo(criterion, rating)?.likely ?? 0),
  );
  if (answers.length < 2) return '';
  const said = answers.map(say);
  switch (side.combine) {
    case 'mean': {
      const shares = sharesOf(side.criteria).map(say);
      return said.map((answer, index) => `${shares[index] ?? ''} × ${answer}`).join(' + ');
    }
    case 'product':
      return said.join(' × ');
    case 'minimum':
      return `the least of ${said.join(', ')}`;
    case 'urgency': {
      const [urgency = '', ...others] = said;
      return `${urgency} × (${others.join(' + ')})`;
    }
    case 'sum':
    case 'estimate':
      return said.join(' + ');
  }
}
