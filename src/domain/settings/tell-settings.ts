import type { WhereItShows } from './project-settings';
import type { Criterion } from '../scoring/criterion';
import type { Model } from '../scoring/models';
import { quadrantNames, quadrants } from '../scoring/quadrant';
import { modelFor, type ScoringSettings } from '../scoring/scoring-settings';
import { shortText } from '../use-case/short-text';

type Settings = WhereItShows & ScoringSettings;

/** One decision's way from what it was to what it became, in a few words; ids stay ids. */
export type SettingsStep = {
  readonly part: keyof Settings;
  readonly from: string;
  readonly to: string;
};

/** How long a step's words are, without the ellipsis: twenty edits stand beside the settings themselves. */
const longest = 59;

/** Tells for the history what an edit did to each of some parts. */
export function tellSteps(
  parts: readonly (keyof Settings)[],
  before: Settings,
  after: Settings,
): readonly SettingsStep[] {
  const { model, effortBy } = after;
  // Thresholds are kept for each model: those of the one that counts now are compared.
  const then = { ...before, model, effortBy };
  return parts.map((part) => ({
    part,
    from: shortText(tellPart(part, part === 'thresholds' ? then : before), longest),
    to: shortText(tellPart(part, after), longest),
  }));
}

/** One decision in a few words. */
export function tellPart(part: keyof Settings, settings: Settings): string {
  switch (part) {
    case 'hiddenTypes':
      return settings.hiddenTypes.length === 0
        ? 'none left out'
        : `${String(settings.hiddenTypes.length)} left out`;
    case 'valueCriteria':
    case 'effortCriteria':
    case 'feasibilityCriteria':
      return tellCriteria(settings[part]);
    case 'thresholds':
      return tellThresholds(modelFor(settings));
    case 'names':
      return quadrants.map((each) => settings.names[each] ?? quadrantNames[each]).join(', ');
    default:
      return settings[part];
  }
}

function tellCriteria(criteria: readonly Criterion[]): string {
  if (criteria.length === 0) return 'Northstar’s own';
  return criteria.map(({ name, weight }) => `${name} ${String(weight)}`).join(', ');
}

function tellThresholds({ value, effort, thresholds }: Model): string {
  const told = [
    [value.label, thresholds.value],
    [effort.label, thresholds.effort],
  ] as const;
  return told
    .map(([label, from]) => `${label.toLowerCase()} ${from === null ? 'unset' : String(from)}`)
    .join(', ');
}
