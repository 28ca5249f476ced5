import { modelIds, standardModels } from './models';
import { readRating, type RatingInput } from './stored-rating';
import { scoringIn } from '../settings/scoring-in';
import type { Json } from '../use-case/json';

/**
 * What can be answered in a project: the criteria of every model, because answers stay when the model is
 * changed, those that the project wrote itself, and the evidence.
 */
export function knownInputs(settings: Json | undefined): ReadonlySet<RatingInput> {
  const { valueCriteria, effortCriteria, feasibilityCriteria } = scoringIn(settings);
  const standard = modelIds.flatMap((id) => {
    const { value, effort } = standardModels[id];
    return [...value.criteria, ...effort.criteria];
  });
  const own = [...valueCriteria, ...effortCriteria, ...feasibilityCriteria];
  return new Set([...standard, ...own].map(({ id }) => id)).add('evidence');
}

/** Whether all of these inputs can be answered in a project, or are answered on the issue already. */
export function areKnown(
  inputs: readonly RatingInput[],
  of: { readonly settings: Json | undefined; readonly rating: Json | undefined },
): boolean {
  const known = knownInputs(of.settings);
  const read = readRating(of.rating);
  const given = read.state === 'absent' ? {} : read.rating.answers;
  return inputs.every((input) => known.has(input) || Object.hasOwn(given, input));
}
