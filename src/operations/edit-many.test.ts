import { failure, success } from '../domain/result';
import type { IssueId } from '../ports/ids';
import { editMany, reversed, type IssueEdit, type SaveEdit } from './edit-many';

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

const saving =
  (odd: Partial<Record<string, Awaited<ReturnType<SaveEdit>>>> = {}): SaveEdit =>
  (issue) =>
    Promise.resolve(odd[issue] ?? success({ state: 'saved', stored: null, clashes: [] }));

describe('editMany', () => {
  it('saves each record of each issue once, under a name of its own', async () => {
    const seen: string[] = [];
    await editMany(
      (issue, kind, { opId, changes }) => {
        seen.push(`${issue} ${kind} ${opId} ${changes.map(({ field }) => field).join()}`);
        return saving()(issue, kind, { opId, changes });
      },
      [edit(1)],
      control,
    );
    expect(seen).toEqual(['1 useCase op-1-useCase stage', '1 document op-1-document approval']);
  });

  it('goes on past one that fails or was changed, and takes back what came through', async () => {
    const clash = { field: 'stage', base: 'crawl', theirs: 'run', mine: 'walk' } as const;
    const outcomes = await editMany(
      saving({
        '1': failure({ code: 'may-not-edit' }),
        '2': success({ state: 'saved', stored: null, clashes: [clash] }),
      }),
      edits,
      control,
    );
    expect([...outcomes.values()].map(({ outcome }) => outcome)).toEqual([
      'failed',
      'changed',
      'saved',
    ]);
    expect(reversed(edits, outcomes)).toMatchObject([
      { key: 'CDP-3', changes: [{ field: 'stage', base: 'walk', next: 'crawl' }, {}] },
    ]);
  });

  it('stops before the next issue when told so', async () => {
    const many = Array.from({ length: 30 }, (_, index) => edit(index));
    let saved = 0;
    await editMany(saving(), many, {
      ...control,
      onProgress: () => {
        saved += 1;
      },
      stopped: () => saved >= 5,
    });
    expect(saved).toBeLessThan(12);
  });
});
