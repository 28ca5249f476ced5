import type { RatingAnswer } from '#domain/scoring/stored-rating';
import type { PartTexts } from '../drafts/edit-notices';
import type { RatingLook } from './rating-look';
import { evidenceTexts } from './score-texts';
import { t } from '../texts';

/** How the answers of a rating are called, and how they read. */
export function answerTexts({ model, say }: RatingLook): PartTexts {
  const criteria = [...model.value.criteria, ...model.effort.criteria];
  return {
    titleOf: (input) =>
      input === 'evidence'
        ? t('rating.answerTexts.whatItRestsOn')
        : (criteria.find(({ id }) => id === input)?.name ?? input),
    textOf: (_input, value) => {
      const answer = value as unknown as RatingAnswer;
      if (answer === null) return t('rating.answerTexts.noAnswer');
      if (typeof answer === 'string') return `“${evidenceTexts[answer]}”`;
      const { low, likely, high } = answer;
      return low === high
        ? say(likely)
        : t('rating.answerTexts.to', { likely: say(likely), low: say(low), high: say(high) });
    },
  };
}
