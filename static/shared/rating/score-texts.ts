import type { Evidence } from '#domain/scoring/evidence';
import type { Model } from '#domain/scoring/models';
import type { Estimate, Uncounted } from '#domain/scoring/rating';
import type { EffortFrom } from '#domain/scoring/score-use-case';
import type { SayNumber } from '#domain/scoring/explain-score';
import { t, textsOf } from '../texts';

/** What a score can rest on, in words. */
export const evidenceTexts: Readonly<Record<Evidence, string>> = textsOf({
  opinion: 'rating.scoreTexts.ownOpinion',
  agreed: 'rating.scoreTexts.othersAgree',
  estimate: 'rating.scoreTexts.aWorkedOutEstimate',
  anecdote: 'rating.scoreTexts.aFewCustomersAskedFor',
  data: 'rating.scoreTexts.pastCampaignOrMarketData',
  study: 'rating.scoreTexts.aCustomerStudy',
  test: 'rating.scoreTexts.aPilotOrAB',
  result: 'rating.scoreTexts.aMeasuredResult',
});

/** A chance in whole per cent; certainty is never claimed. */
export function sayChance(chance: number): string {
  const percent = Math.round(chance * 100);
  if (percent <= 0) return '<1%';
  return percent >= 100 ? '>99%' : `${String(percent)}%`;
}

/** Writes figures of scores: up to two decimals, fewer where the figure is large. */
export function sayFigures(locale: string): SayNumber {
  return (figure) =>
    figure.toLocaleString(locale, { maximumFractionDigits: Math.abs(figure) >= 100 ? 0 : 2 });
}

/** Where an effort comes from. */
export function effortSource(
  model: Model,
  from: EffortFrom,
  estimate: Estimate | undefined,
): string {
  if (model.effort.combine !== 'estimate') return '';
  if (from === 'own') return t('rating.scoreTexts.yourOwnNumberNothingIs');
  if (from === 'issue' || estimate === undefined)
    return t('rating.scoreTexts.theEstimateOfThisIssue');
  const { estimated, stories, uncounted } = estimate;
  const sum =
    estimated === stories
      ? t('rating.scoreTexts.theSumOfIts', { stories })
      : t('rating.scoreTexts.theSumOfOfIts', { estimated, stories });
  return uncounted === undefined
    ? sum
    : t('rating.scoreTexts.notCounted', { sum, uncounted: uncountedText(uncounted) });
}

function uncountedText({ restricted, elsewhere, points }: Uncounted): string {
  const parts = [
    ...(restricted > 0 ? [t('rating.scoreTexts.restricted', { restricted })] : []),
    ...(elsewhere > 0 ? [t('rating.scoreTexts.ofOtherProjects', { elsewhere })] : []),
  ];
  return `${parts.join(', ')}, ${t('rating.scoreTexts.points', { points })}`;
}
