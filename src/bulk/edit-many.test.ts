import type { SaveEnd, SaveMany } from './save-many';
import type { IssueId } from '../ports/ids';
import { editMany, reversed, type IssueEdit } from './edit-many';

const edit = (number: number): IssueEdit => ({
  issue: String(number) as IssueId,
  key: `CDP-${String(number)}`,
  changes: [
    { field: 'stage', base: 'crawl', next: 'walk' },
    { field: 'approval', base: '', next: 'Ines' },
  ],
});

const edits = [edit(1), edit(2), edit(3)];
const control = { operation: 'op', onProgress: () => undefined };

const saved = { end: 'saved', clashes: [] } as const;

const saving =
  (odd: Readonly<Record<string, SaveEnd>> = {}): SaveMany =>
  (_document, several) =>
    Promise.resolve(new Map(several.map(({ issue }) => [issue, odd[issue] ?? saved])));

describe('editMany', () => {
  it('saves each record of each issue once, under a name of its own', async () => {
    const seen: string[] = [];
    const noting: SaveMany = (document, several) => {
      for (const { issue, opId, changes } of several) {
        const fields = changes.map((each) => ('field' in each ? each.field : each.input));
        seen.push(`${issue} ${document} ${opId} ${fields.join()}`);
      }
      return saving()(document, several);
    };
    await editMany(noting, [edit(1)], control);
    expect(seen).toEqual(['1 useCase op-1-useCase stage', '1 document op-1-document approval']);
  });

  it('goes on past one that fails or was changed, and takes back what came through', async () => {
    const odd = {
      '1': { end: 'failed', error: { code: 'may-not-edit' } },
      '2': { end: 'saved', clashes: ['stage'] },
    } as const;
    const outcomes = await editMany(saving(odd), edits, control);
    expect([...outcomes.values()].map(({ outcome }) => outcome)).toEqual([
      'failed',
      'changed',
      'saved',
    ]);
    expect(reversed(edits, outcomes)).toMatchObject([
      { key: 'CDP-3', changes: [{ field: 'stage', base: 'walk', next: 'crawl' }, {}] },
    ]);
  });

  it('stops before the next portion when told so', async () => {
    const many = Array.from({ length: 80 }, (_, index) => edit(index));
    let portions = 0;
    const outcomes = await editMany(saving(), many, {
      ...control,
      onProgress: () => {
        portions += 1;
      },
      stopped: () => portions >= 2,
    });
    expect(outcomes.size).toBe(50);
  });
});
