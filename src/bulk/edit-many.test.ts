import type { SaveEnd, SaveMany } from './save-many';
import type { IssueId } from '../domain/ids';
import { editMany, isWhole, leftOf, reversed, type IssueEdit } from './edit-many';

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
  (odd: Readonly<Record<string, SaveEnd>> = {}): SaveMany =>
  (_document, several) =>
    Promise.resolve(
      new Map(
        several.map(({ issue, changes }): [IssueId, SaveEnd] => {
          const fields = changes.map((each) => ('field' in each ? each.field : each.input));
          return [issue, odd[issue] ?? { end: 'saved', written: fields, clashes: [] }];
        }),
      ),
    );

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

  it('goes on past one that fails, and says of each field what became of it', async () => {
    const odd = {
      '1': { end: 'failed', error: { code: 'may-not-edit' } },
    } as const;
    const [stage, approval] = edit(1).changes;
    const outcomes = await editMany(saving(odd), edits, control);
    expect(outcomes.get('1' as IssueId)).toEqual({
      saved: [],
      clashed: [],
      failed: { changes: [stage, approval], error: { code: 'may-not-edit' } },
    });
    expect(outcomes.get('2' as IssueId)).toEqual({
      saved: [stage, approval],
      clashed: [],
      failed: undefined,
    });
    expect(leftOf(edits, outcomes)).toEqual([edits[0]]);
    expect(leftOf(edits, new Map())).toEqual(edits);
  });

  it('takes back what it changed, and not what was there already or somebody else changed', async () => {
    const partly: SaveMany = (document, several) =>
      Promise.resolve(
        new Map(
          several.map(({ issue }): [IssueId, SaveEnd] => [
            issue,
            document === 'useCase'
              ? { end: 'saved', written: [], clashes: issue === '1' ? ['stage'] : [] }
              : { end: 'saved', written: ['approval'], clashes: [] },
          ]),
        ),
      );
    const outcomes = await editMany(partly, edits, control);
    expect(outcomes.get('1' as IssueId)).toMatchObject({
      saved: [{ field: 'approval' }],
      clashed: [{ field: 'stage' }],
    });
    expect([...outcomes.values()].map(isWhole)).toEqual([false, true, true]);
    const back = [{ field: 'approval', base: 'Ines', next: '' }];
    expect(reversed(edits, outcomes).map(({ changes }) => changes)).toEqual([back, back, back]);
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
