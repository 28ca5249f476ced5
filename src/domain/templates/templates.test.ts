import { isEmpty } from '../use-case/fields';
import { parseValue } from '../use-case/parse-value';
import type { FieldName } from '../use-case/fields';
import { blankForms } from './blank-forms';
import { searchTemplates } from './template';
import { templates } from './templates';

const answered: readonly FieldName[] = [
  'stage',
  'why',
  'who',
  'what',
  'where',
  'how.data',
  'how.audience',
  'how.journey',
  'how.measurement',
  'how.content',
  'kpi.name',
  'kpi.unit',
  'kpi.direction',
  'guardrail',
  'test',
  'dataObjects',
];

describe('the templates', () => {
  it('are at least 24, each with a name of its own', () => {
    expect(templates.length).toBeGreaterThanOrEqual(24);
    expect(new Set(templates.map(({ title }) => title)).size).toBe(templates.length);
  });

  it.each(templates)(
    '$id answers what a template can, and leaves the rest to the team',
    (template) => {
      for (const field of answered) {
        const value = template.values[field] ?? '';
        expect([field, isEmpty(value)]).toEqual([field, false]);
        expect(parseValue(field, value).ok).toBe(true);
      }
      for (const field of template.teamFills) expect(template.values[field]).toBeUndefined();
      expect(template.teamFills.length).toBeGreaterThan(2);
    },
  );

  it('no two share more than one of KPI, audience rule and trigger', () => {
    const marks = (index: number) => {
      const template = templates[index];
      return [template?.values['kpi.name'], template?.values['how.audience'], template?.trigger];
    };
    for (let left = 0; left < templates.length; left += 1)
      for (let right = left + 1; right < templates.length; right += 1) {
        const shared = marks(left).filter((mark, at) => mark === marks(right)[at]);
        expect(shared.length).toBeLessThan(2);
      }
  });

  it('come in all three stages', () => {
    const stages = templates.map(({ values }) => values.stage);
    for (const stage of ['crawl', 'walk', 'run'])
      expect(stages.filter((each) => each === stage).length).toBeGreaterThan(4);
  });

  it.each([
    ['basket reminder', 'abandoned-basket'],
    ['parcels SIZE', 'fit-and-size'],
  ])('are found by %j', (words, id) => {
    expect(searchTemplates(templates, words).map((template) => template.id)).toContain(id);
  });

  it('are not found by what none says', () => {
    expect(searchTemplates(templates, 'zeppelin')).toEqual([]);
  });
});

it('there is a blank form for each of the five documents', () => {
  expect(blankForms.map(({ id }) => id)).toEqual([
    'framework',
    'document',
    'story',
    'discovery',
    'refinement',
  ]);
  for (const { on, questions } of blankForms) expect(questions.length > 0).toBe(on === 'issue');
});
