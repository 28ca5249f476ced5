import { noValues, withValues } from './fields';
import { findGaps } from './find-gaps';
import { chooseUseCase, inheritedBy, withInherited } from './inherit';

const issue = (relation: 'parent' | 'original' | 'linked', why: string, name = why) => ({
  relation,
  values: { why },
  name,
});

describe('chooseUseCase', () => {
  it.each([
    ['the issue above', [issue('linked', 'a'), issue('parent', 'b')], 'b'],
    ['the only linked one that says why', [issue('parent', ''), issue('linked', 'a')], 'a'],
    ['none of two linked ones', [issue('linked', 'a'), issue('linked', 'b')], undefined],
    ['not what it was cloned from', [issue('original', 'a')], undefined],
    ['nothing where nothing says why', [issue('parent', ''), issue('linked', '')], undefined],
  ])('takes %s', (_name, candidates, expected) => {
    expect(chooseUseCase(candidates)?.name).toBe(expected);
  });
});

describe('inheritedBy', () => {
  const useCase = {
    why: 'grow',
    who: 'shoppers',
    what: 'a reminder',
    stage: 'walk' as const,
    'kpi.name': 'Carts',
    'kpi.target': 9,
  };

  it('fills blanks with why, who, KPI, hypothesis and stage, and nothing else', () => {
    expect(inheritedBy(withValues(noValues(), { who: 'members' }), useCase)).toEqual({
      why: 'grow',
      stage: 'walk',
      'kpi.name': 'Carts',
      'kpi.target': 9,
    });
  });

  it('does not mix two KPIs', () => {
    const own = withValues(noValues(), { 'kpi.name': 'Orders' });
    expect(inheritedBy(own, useCase)).not.toHaveProperty(['kpi.target']);
  });

  it('closes the gaps that the use case closes', () => {
    const gaps = findGaps(withInherited(noValues(), useCase)).map(({ field }) => field);
    expect(gaps).not.toContain('why');
    expect(gaps).toContain('what');
  });
});
