import { proposeFill } from '../../src/domain/fill/propose-fill';
import { findInText } from '../../src/domain/fill/read-text';
import { noValues, withValues } from '../../src/domain/use-case/fields';
import { changesOf, withoutTitle } from './choices';
import { readDialogContext } from './dialog-context';

const propose = (text: string, values = noValues()) =>
  proposeFill(findInText(text), values, { records: [0], placed: new Map() });

describe('choices', () => {
  it('fill what is empty and keep what is there', () => {
    const values = withValues(noValues(), { why: 'theirs' });
    const proposal = propose('Why: mine\nWho: shoppers', values);
    expect(changesOf(proposal, {}, values)).toEqual([{ field: 'who', base: '', next: 'shoppers' }]);
    expect(changesOf(proposal, { why: 0, who: 'keep' }, values)).toEqual([
      { field: 'why', base: 'theirs', next: 'mine' },
    ]);
  });

  it('add what was not understood to the note, once', () => {
    const values = withValues(noValues(), { note: 'before' });
    const proposal = propose('Why: grow\n\nBudget 4711', values);
    expect(changesOf(proposal, {}, values).at(-1)).toEqual({
      field: 'note',
      base: 'before',
      next: 'before\n\nBudget 4711',
    });
    const noted = withValues(values, { note: 'before\n\nBudget 4711' });
    expect(changesOf(proposal, {}, noted).map(({ field }) => field)).toEqual(['why']);
  });

  it('take a line that a person put into a field for wanted there', () => {
    const values = withValues(noValues(), { goals: ['Sell'] });
    const found = findInText('Why: grow\n\nWrite less');
    const placed = new Map([[3, 'goals' as const]]);
    const proposal = proposeFill(found, values, { records: [0], placed });
    expect(changesOf(proposal, {}, values)).toContainEqual({
      field: 'goals',
      base: ['Sell'],
      next: ['Sell', 'Write less'],
    });
  });

  it('forget a candidate whose record was left out', () => {
    const proposal = propose('Who: shoppers');
    expect(changesOf(proposal, { who: 1 }, noValues())).toEqual([
      { field: 'who', base: '', next: 'shoppers' },
    ]);
  });

  it('leave out a title that the issue has already', () => {
    const proposal = propose('User Story: Win back\nPrecondition: x');
    expect(withoutTitle(proposal, 'Win back').proposals.map(({ field }) => field)).toEqual([
      'preconditions',
    ]);
    expect(withoutTitle(proposal, 'Other').proposals).toHaveLength(2);
  });
});

describe('readDialogContext', () => {
  it('takes what fits and nothing else', () => {
    const context = readDialogContext({ text: 'x', values: { why: 'grow', who: 7, nonsense: 1 } });
    expect(context).toMatchObject({ text: 'x', key: '', values: { why: 'grow', who: '' } });
    expect(readDialogContext('nothing').values.why).toBe('');
  });
});
