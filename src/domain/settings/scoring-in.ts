import { isJsonObject } from '../use-case/json';
import { readScoring, type ScoringSettings } from '../scoring/scoring-settings';

/** How a project scores, from its unread settings. */
export function scoringIn(raw: unknown): ScoringSettings {
  return readScoring(isJsonObject(raw) ? raw['scoring'] : undefined);
}
