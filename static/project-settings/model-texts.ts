import type { ModelId } from '#domain/scoring/models';
import { t, textsOf } from '../shared/texts';

/** Each model in a sentence, with its formula. */
export const modelTexts: Readonly<
  Record<ModelId, { readonly name: string; readonly formula: string }>
> = {
  'value-effort': textsOf({
    name: 'settings.modelTexts.valueAndEffort',
    formula: 'settings.modelTexts.weightedCriteriaDividedByStory',
  }),
  'value-feasibility': textsOf({
    name: 'settings.modelTexts.valueAndFeasibility',
    formula: 'settings.modelTexts.weightedCriteriaTimesTheWeakest',
  }),
  rice: {
    name: 'RICE',
    get formula() {
      return t('settings.modelTexts.reachImpactConfidenceEffortIn');
    },
  },
  ice: {
    name: 'ICE',
    get formula() {
      return t('settings.modelTexts.impactConfidenceEaseEachFrom');
    },
  },
  wsjf: {
    name: 'WSJF',
    get formula() {
      return t('settings.modelTexts.userAndBusinessValueTime');
    },
  },
  'wsjf-urgency': textsOf({
    name: 'settings.modelTexts.wsjfMultipliedByUrgency',
    formula: 'settings.modelTexts.timeCriticalityUserAndBusiness',
  }),
  own: textsOf({
    name: 'settings.modelTexts.ownCriteria',
    formula: 'settings.modelTexts.yourOwnCriteriaOnBoth',
  }),
};
