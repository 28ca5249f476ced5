import type { SayNumber } from '#domain/scoring/explain-score';
import type { Model } from '#domain/scoring/models';
import type { Quadrant } from '#domain/scoring/quadrant';
import { modelFor, nameOfQuadrant, type ScoringSettings } from '#domain/scoring/scoring-settings';
import { sayFigures } from './score-texts';

/** What all parts need to speak of scores: the model, the names of the quadrants, the viewer's figures. */
export type RatingLook = {
  readonly model: Model;
  readonly say: SayNumber;
  readonly nameOf: (quadrant: Quadrant) => string;
};

export function ratingLook(scoring: ScoringSettings, locale: string): RatingLook {
  return {
    model: modelFor(scoring),
    say: sayFigures(locale),
    nameOf: (quadrant) => nameOfQuadrant(scoring, quadrant),
  };
}
