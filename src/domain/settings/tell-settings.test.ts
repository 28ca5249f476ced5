import { readSettings, settingsParts, type ProjectSettings } from './settings';
import { tellSteps } from './tell-settings';

const none = readSettings(undefined).settings;

const steps = { kind: 'steps', steps: [1, 3].map((value) => ({ value, label: '' })) } as const;
const margin = {
  id: 'margin',
  name: 'Margin',
  scale: steps,
  weight: 2,
  direction: 'more',
} as const;

describe('what an edit of the settings did', () => {
  const told: readonly [keyof ProjectSettings, Partial<ProjectSettings>, string, string][] = [
    ['visibility', { visibility: 'off' }, 'on', 'off'],
    ['hiddenTypes', { hiddenTypes: ['10001', '10002'] }, 'none left out', '2 left out'],
    ['model', { model: 'rice' }, 'value-effort', 'rice'],
    ['effortBy', { effortBy: 'rating' }, 'points', 'rating'],
    ['valueCriteria', { valueCriteria: [margin] }, 'Northstar’s own', 'Margin 2'],
    ['effortCriteria', { effortCriteria: [margin] }, 'Northstar’s own', 'Margin 2'],
    ['feasibilityCriteria', { feasibilityCriteria: [margin] }, 'Northstar’s own', 'Margin 2'],
    [
      'thresholds',
      { thresholds: { 'value-effort': { value: 4, effort: null } } },
      'value 3, effort 8',
      'value 4, effort unset',
    ],
    [
      'names',
      { names: { 'quick-win': 'Do first' } },
      'Quick win, Strategic bet, Easy fill, Deprioritise',
      'Do first, Strategic bet, Easy fill, Deprioritise',
    ],
    ['estimateField', { estimateField: 'customfield_10016' }, '', 'customfield_10016'],
  ];

  it.each(told)('%s: from what to what', (part, change, from, to) => {
    expect(tellSteps([part], none, { ...none, ...change })).toEqual([{ part, from, to }]);
  });

  it('every part is told', () => {
    expect(told.map(([part]) => part)).toEqual(settingsParts);
  });

  it('compares the thresholds of the model that counts after it', () => {
    const after: ProjectSettings = {
      ...none,
      model: 'rice',
      thresholds: { rice: { value: 500, effort: 4 } },
    };
    expect(tellSteps(['thresholds'], none, after)).toEqual([
      { part: 'thresholds', from: 'value unset, effort unset', to: 'value 500, effort 4' },
    ]);
  });

  it('keeps long texts short', () => {
    const criteria = Array.from({ length: 8 }, (_each, index) => ({
      ...{ ...margin, id: `c${String(index)}`, name: 'A criterion with a long name' },
    }));
    const [step] = tellSteps(['valueCriteria'], none, { ...none, valueCriteria: criteria });
    expect(step?.to).toMatch(/…$/u);
    expect(step?.to.length).toBeLessThanOrEqual(60);
  });
});
