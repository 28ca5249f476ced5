import { changesSince } from './changes-since';
import { composeHypothesis, hypothesisText } from './compose-hypothesis';
import { noValues, recordOf, withValues } from './fields';
import { findGaps } from './find-gaps';

const wording = {
  figure: (value: number, unit: string) => `${String(value)}${unit}`,
  day: (day: string) => day,
};

const complete = withValues(noValues(), {
  stage: 'walk',
  why: 'Lift revenue',
  who: 'Known shoppers',
  what: 'A reminder.',
  where: 'E-mail',
  'how.data': 'events',
  'how.audience': 'rule',
  'how.journey': 'steps',
  'how.measurement': 'control of 10%',
  'how.content': 'template',
  'kpi.name': 'Recovered carts',
  'kpi.unit': '%',
  'kpi.baseline': 6.5,
  'kpi.target': 9,
  'kpi.by': '2027-03-31',
});

describe('findGaps', () => {
  it('finds none in a complete use case', () => {
    expect(findGaps(complete)).toEqual([]);
  });

  it('lists what is missing, the most telling first', () => {
    expect(
      findGaps(noValues())
        .map(({ field }) => field)
        .slice(0, 3),
    ).toEqual(['why', 'who', 'what']);
  });

  it('does not take a baseline of zero for a missing one', () => {
    expect(findGaps(withValues(complete, { 'kpi.baseline': 0 }))).toEqual([]);
  });
});

describe('composeHypothesis', () => {
  it('says the whole statement', () => {
    expect(hypothesisText(composeHypothesis(complete, wording))).toBe(
      'We believe a reminder for known shoppers at e-mail will lift revenue. We will know when recovered carts moves from 6.5% to 9% by 2027-03-31, test against control.',
    );
  });

  it('marks the place of every missing answer', () => {
    const missing = composeHypothesis(noValues(), wording).filter(({ part }) => part === 'missing');
    expect(missing).toHaveLength(8);
    expect(hypothesisText(composeHypothesis(noValues(), wording))).toContain('We believe … for …');
  });

  it('leaves abbreviations as they are', () => {
    const text = hypothesisText(composeHypothesis(withValues(complete, { where: 'CRM' }), wording));
    expect(text).toContain(' at CRM will ');
  });
});

describe('changesSince', () => {
  const change = (rev: number, by: string, fields: string[]) => ({
    op: `op-${String(rev)}`,
    by,
    at: `2026-11-0${String(rev)}`,
    rev,
    fields,
  });

  it('gathers what others changed, person by person, and leaves the viewer out', () => {
    const changes = [
      change(1, 'ines', ['why']),
      change(2, 'ines', ['who']),
      change(3, 'mira', ['what']),
      change(4, 'ines', ['where', 'who', 'not-a-field']),
      change(5, 'tom', ['stage']),
    ];
    expect(changesSince(changes, 1, 'mira')).toEqual([
      { by: 'tom', at: '2026-11-05', fields: ['stage'] },
      { by: 'ines', at: '2026-11-04', fields: ['who', 'where'] },
    ]);
  });
});

it('knows the record of every field', () => {
  expect(recordOf('kpi.name')).toBe('useCase');
  expect(recordOf('risks')).toBe('document');
});
