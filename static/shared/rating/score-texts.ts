import type { Evidence } from '#domain/scoring/evidence';
import type { Model } from '#domain/scoring/models';
import type { Estimate, Uncounted } from '#domain/scoring/rating';
import type { EffortFrom } from '#domain/scoring/score-use-case';
import type { SayNumber } from '#domain/scoring/explain-score';

/** What a score can rest on, in words. */
export const evidenceTexts: Readonly<Record<Evidence, string>> = {
  opinion: 'Own opinion',
  agreed: 'Others agree',
  estimate: 'A worked-out estimate',
  anecdote: 'A few customers asked for it',
  data: 'Past campaign or market data',
  study: 'A customer study',
  test: 'A pilot or A/B test',
  result: 'A measured result',
};

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
  if (from === 'own') return 'your own number; nothing is estimated in Jira yet';
  if (from === 'issue' || estimate === undefined) return 'the estimate of this issue';
  const { estimated, stories, uncounted } = estimate;
  const sum =
    estimated === stories
      ? `the sum of its ${storiesText(stories)}`
      : `the sum of ${String(estimated)} of its ${storiesText(stories)}; the others are not estimated`;
  return uncounted === undefined ? sum : `${sum}. Not counted: ${uncountedText(uncounted)}`;
}

function uncountedText({ restricted, elsewhere, points }: Uncounted): string {
  const parts = [
    ...(restricted > 0 ? [`${String(restricted)} restricted ${noun(restricted)}`] : []),
    ...(elsewhere > 0 ? [`${storiesText(elsewhere)} of other projects`] : []),
  ];
  return `${parts.join(', ')}, ${String(points)} ${points === 1 ? 'point' : 'points'}`;
}

function storiesText(count: number): string {
  return `${String(count)} ${noun(count)}`;
}

function noun(count: number): string {
  return count === 1 ? 'story' : 'stories';
}
