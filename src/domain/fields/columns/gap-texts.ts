// Written by `npm run fields` from ../table.ts. Change the table instead.
import type { FieldName } from '../../use-case/fields';

/** A gap as a sentence with a verb: what to do to close it. */
export const gapTexts: Readonly<Partial<Record<FieldName, string>>> = {
  why: 'Say why it matters',
  who: 'Name the audience',
  what: 'Say what they get',
  where: 'Choose the channels',
  'kpi.name': 'Name the KPI that should move',
  'kpi.baseline': 'Find the KPI’s baseline',
  'kpi.target': 'Set the KPI’s target',
  'kpi.by': 'Set the day to reach it by',
  'how.measurement': 'Say how big the control group is',
  'how.data': 'List the data it needs',
  'how.audience': 'Write the audience rule',
  'how.journey': 'Describe the journey',
  'how.content': 'List the content it needs',
  stage: 'Choose crawl, walk or run',
};
