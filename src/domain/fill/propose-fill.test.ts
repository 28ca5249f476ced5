import { firstRecords, proposeFill } from './propose-fill';
import { findInText } from './read-text';

const twoStories =
  'User Story: One\nPrecondition: first\nRoles: A, B\n\nUser Story: Two\nPrecondition: second\nRoles: C';

const propose = (
  text: string,
  existing = {},
  decisions: Partial<Parameters<typeof proposeFill>[2]> = {},
) => {
  const found = findInText(text);
  return proposeFill(found, existing, {
    records: firstRecords(found),
    placed: new Map(),
    ...decisions,
  });
};

describe('proposeFill', () => {
  it('begins with the first of several records of one kind, and with all of different kinds', () => {
    expect(firstRecords(findInText(twoStories))).toEqual([0]);
    expect(
      firstRecords(findInText(`${twoStories}\n\n## Overview\nAll of it.\n## Identification\nID: 1`))
        .length,
    ).toBeGreaterThan(1);
  });

  it('offers a value beside what the issue already says', () => {
    const { proposals } = propose('Why: grow', { why: 'save' });
    expect(proposals).toEqual([
      {
        field: 'why',
        existing: 'save',
        candidates: [{ record: 0, value: 'grow' }],
        placed: false,
        line: 1,
      },
    ]);
  });

  it('does not offer what the issue says already', () => {
    const proposal = propose('Why: grow', { why: 'grow' });
    expect(proposal.proposals).toEqual([]);
    expect(proposal.same).toEqual(['why']);
  });

  it('offers a candidate of each chosen record', () => {
    const { proposals } = propose(twoStories, {}, { records: [0, 1] });
    const preconditions = proposals.find(({ field }) => field === 'preconditions');
    expect(preconditions?.candidates.map(({ value }) => value)).toEqual([['first'], ['second']]);
  });

  it('keeps lines that were not understood as a note', () => {
    expect(propose('Why: grow\n\nBudget 4711').note).toBe('Budget 4711');
  });

  it('keeps a stray line with the record above it', () => {
    const text = twoStories.replace('\n\nUser', '\n\nSee page 12\n\nUser');
    expect(propose(text, {}, { records: [0] }).note).toBe('See page 12');
    expect(propose(text, {}, { records: [1] }).note).toBe('');
  });

  it('puts a line into the field that a person chose, after what is there', () => {
    const placed = new Map([
      [3, 'risks' as const],
      [4, 'goals' as const],
    ]);
    const proposal = propose('Why: grow\n\nLate\nSell more', { goals: ['Write less'] }, { placed });
    expect(proposal.proposals.find(({ field }) => field === 'goals')?.candidates).toEqual([
      { record: -1, value: ['Write less', 'Sell more'] },
    ]);
    const appended = propose(
      'Why: grow\n\nand thrive',
      {},
      { placed: new Map([[3, 'why' as const]]) },
    );
    expect(appended.proposals[0]?.candidates).toEqual([{ record: 0, value: 'grow\nand thrive' }]);
    expect(appended.note).toBe('');
  });
});
