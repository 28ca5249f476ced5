import type { ModelId } from '#domain/scoring/models';

/** Each model in a sentence, with its formula. */
export const modelTexts: Readonly<
  Record<ModelId, { readonly name: string; readonly formula: string }>
> = {
  'value-effort': {
    name: 'Value and effort',
    formula: 'Weighted criteria, divided by story points or by effort from 1 to 5',
  },
  'value-feasibility': {
    name: 'Value and feasibility',
    formula: 'Weighted criteria, times the weakest pillar: data, capability or your own',
  },
  rice: { name: 'RICE', formula: 'Reach × impact × confidence ÷ effort in person-months' },
  ice: { name: 'ICE', formula: 'Impact × confidence × ease, each from 1 to 10' },
  wsjf: {
    name: 'WSJF',
    formula: '(User and business value + time criticality + risk reduction) ÷ job size',
  },
  'wsjf-urgency': {
    name: 'WSJF, multiplied by urgency',
    formula: 'Time criticality × (user and business value + risk reduction) ÷ job size',
  },
  own: { name: 'Own criteria', formula: 'Your own criteria on both axes, with weights and scales' },
};
