import { textsOf } from './texts';
/** What the stages are called, and what they mean. */
export const stageTexts = {
  crawl: textsOf({
    name: 'core.choiceTexts.crawl',
    meaning: 'core.choiceTexts.simpleInBatchesOneChannel',
  }),
  walk: textsOf({
    name: 'core.choiceTexts.walk',
    meaning: 'core.choiceTexts.triggeredAcrossChannels',
  }),
  run: textsOf({ name: 'core.choiceTexts.run', meaning: 'core.choiceTexts.realTimeIndividual' }),
} as const;

/** Which way a KPI should move. */
export const directionTexts = textsOf({
  up: 'core.choiceTexts.shouldGoUp',
  down: 'core.choiceTexts.shouldGoDown',
});
