import fc from 'fast-check';
import { virtualClock } from '../../test/builders/virtual-clock';
import { aStoredUseCase } from '../../test/builders/stored-record';
import {
  aMemoryIssue,
  memoryIssueRecords,
  type MemoryIssue,
} from '../adapters/memory/issue-records';
import type { SaveView } from '../contract';
import type { Result } from '../domain/result';
import type { FieldName } from '../domain/use-case/fields';
import type { FieldEdit } from '../domain/use-case/merge-edit';
import { readRecord } from '../domain/use-case/stored-record';
import type { AccountId, IssueId, ProjectId } from '../ports/ids';
import { memoryEstimates } from '../adapters/memory/estimates';
import { recordEdit } from './record-edit';
import { replaceRecord } from './replace-record';
import { patience } from './write-record';

const place = { issue: '1' as IssueId, project: '1' as ProjectId };
const mira = 'mira' as AccountId;

const aWorld = (change: Partial<MemoryIssue> = {}) => {
  const clock = virtualClock();
  const issue = aMemoryIssue(change);
  const ports = { records: memoryIssueRecords(issue, clock), estimates: memoryEstimates(), clock };
  const edit = (changes: FieldEdit[], opId = 'operation-1') =>
    recordEdit(ports, place, mira, { kind: 'useCase', edit: { opId, changes } });
  return { issue, clock, ports, edit };
};

const who = (next: string, base = ''): FieldEdit => ({ field: 'who', base, next });

const valuesOf = (issue: MemoryIssue) => {
  const read = readRecord('useCase', issue.raw.useCase);
  if (read.state !== 'ready') throw new Error(read.state);
  return read.record;
};

const stateOf = (result: Result<SaveView, unknown>) =>
  result.ok ? result.value.state : result.error;

describe('recordEdit', () => {
  it('writes the first record and signs it', async () => {
    const { issue, edit } = aWorld();
    expect(stateOf(await edit([who('shoppers')]))).toBe('saved');
    expect(valuesOf(issue)).toMatchObject({
      rev: 1,
      values: { who: 'shoppers' },
      changes: [
        { op: 'operation-1', by: 'mira', rev: 1, fields: ['who'], at: '2026-11-22T09:00:00.000Z' },
      ],
    });
  });

  it('merges with a write that came in between', async () => {
    const { issue, edit } = aWorld({
      raw: { useCase: aStoredUseCase({ why: 'old' }), document: undefined },
    });
    issue.beforeTask.push(() => {
      issue.raw.useCase = aStoredUseCase({ why: 'theirs' });
    });
    expect(stateOf(await edit([who('mine')]))).toBe('saved');
    expect(valuesOf(issue).values).toMatchObject({ why: 'theirs', who: 'mine' });
    expect(issue.calls.writes).toBe(2);
  });

  it('shows both values of a field that somebody else changed, and saves the others', async () => {
    const { issue, edit } = aWorld({
      raw: { useCase: aStoredUseCase({ who: 'theirs' }), document: undefined },
    });
    const result = await edit([who('mine', 'before'), { field: 'why', base: '', next: 'reason' }]);
    expect(result).toMatchObject({
      ok: true,
      value: {
        state: 'saved',
        clashes: [{ field: 'who', base: 'before', theirs: 'theirs', mine: 'mine' }],
      },
    });
    expect(valuesOf(issue).values).toMatchObject({ who: 'theirs', why: 'reason' });
  });

  it('writes nothing where everything clashes', async () => {
    const { issue, edit } = aWorld({
      raw: { useCase: aStoredUseCase({ who: 'theirs' }), document: undefined },
    });
    await edit([who('mine', 'before')]);
    expect(issue.calls.writes).toBe(0);
  });

  it('tries again while Jira is busy with another write (409)', async () => {
    const { issue, edit } = aWorld({ nextWrites: [{ problem: 'busy' }, { problem: 'busy' }] });
    expect(stateOf(await edit([who('mine')]))).toBe('saved');
    expect(valuesOf(issue).rev).toBe(1);
  });

  it('gives up on a Jira that stays busy, and says so', async () => {
    const { issue, edit } = aWorld({
      nextWrites: Array.from({ length: 20 }, () => ({ problem: 'busy' as const })),
    });
    expect(stateOf(await edit([who('mine')]))).toEqual({ code: 'busy' });
    expect(issue.raw.useCase).toBeUndefined();
  });

  it('has one effect where the write landed and its answer was lost', async () => {
    const { issue, edit } = aWorld({ nextWrites: ['landed'] });
    expect(stateOf(await edit([who('mine')]))).toBe('saved');
    expect(valuesOf(issue).rev).toBe(1);
  });

  it('has one effect where the same operation is sent twice', async () => {
    const { issue, edit } = aWorld();
    await edit([who('mine')]);
    expect(stateOf(await edit([who('mine')]))).toBe('saved');
    expect(valuesOf(issue).rev).toBe(1);
    expect(issue.calls.writes).toBe(1);
  });

  it('answers "pending" when Jira is still writing, and finds the operation afterwards', async () => {
    const { issue, clock, edit } = aWorld({ taskDelay: 60_000 });
    const first = await edit([who('mine')]);
    expect(first).toMatchObject({ ok: true, value: { state: 'pending', taskId: '1' } });
    expect(issue.raw.useCase).toBeUndefined();
    await clock.wait(60_000);
    expect(stateOf(await edit([who('mine')]))).toBe('saved');
    expect(valuesOf(issue).rev).toBe(1);
    expect(issue.calls.writes).toBe(1);
  });

  it('answers within its patience, long before Forge would end it', async () => {
    const { clock, edit } = aWorld({ taskDelay: 600_000 });
    const start = clock.now();
    await edit([who('mine')]);
    expect(clock.now() - start).toBeLessThan(patience + 2_000);
    expect(patience + 2_000).toBeLessThan(25_000);
  });

  it.each([
    [
      'a reader',
      { subject: { ...aMemoryIssue().subject, mayEdit: false } },
      { code: 'may-not-edit' },
    ],
    ['an issue that is gone', { gone: true }, { code: 'gone' }],
    [
      'a sub-task',
      { subject: { ...aMemoryIssue().subject, placement: 'sub-task' as const } },
      { code: 'not-placed-here', placement: 'sub-task' },
    ],
    [
      'a project that turned it off',
      { subject: { ...aMemoryIssue().subject, placement: 'project-off' as const } },
      { code: 'not-placed-here', placement: 'project-off' },
    ],
    [
      'a newer record',
      { raw: { useCase: { schema: 9, rev: 1 }, document: undefined } },
      { code: 'newer-record' },
    ],
    [
      'a damaged record',
      { raw: { useCase: { schema: 1, rev: 1, who: 7 }, document: undefined } },
      { code: 'damaged-record' },
    ],
    [
      'a foreign value',
      { raw: { useCase: 'mine!', document: undefined } },
      { code: 'foreign-record' },
    ],
    [
      'a rate limit',
      { nextWrites: [{ problem: 'slow-down' as const, seconds: 9 }] },
      { code: 'slow-down', seconds: 9 },
    ],
    [
      'a Jira that does not answer',
      { nextLoads: [{ problem: 'no-answer' as const }] },
      { code: 'no-answer' },
    ],
    [
      'a refusal',
      { nextWrites: [{ problem: 'refused' as const, status: 400 }] },
      { code: 'unexpected', reference: 'jira-400' },
    ],
    [
      'a permission lost meanwhile',
      { nextWrites: [{ problem: 'forbidden' as const }] },
      { code: 'may-not-edit' },
    ],
  ])('refuses %s with its own code and changes nothing', async (_name, change, code) => {
    const { issue, edit } = aWorld(change);
    const before = issue.raw.useCase;
    expect(await edit([who('mine')])).toEqual({ ok: false, error: code });
    expect(issue.raw.useCase).toEqual(before);
  });

  it('refuses 40,000 characters before sending them, with what to shorten', async () => {
    const { issue, edit } = aWorld();
    const result = await edit([who('x'.repeat(40_000))]);
    expect(result).toMatchObject({ ok: false, error: { code: 'too-long', longest: ['who'] } });
    expect(issue.calls.writes).toBe(0);
  });

  it('keeps markup as the text that it is', async () => {
    const { issue, edit } = aWorld();
    await edit([who('<script>alert(1)</script>')]);
    expect(valuesOf(issue).values.who).toBe('<script>alert(1)</script>');
  });
});

describe('many people on one use case', () => {
  const names: readonly FieldName[] = ['why', 'who', 'what', 'where'];

  const step = fc.record({
    field: fc.constantFrom(...names),
    text: fc.string({ minLength: 1, maxLength: 4 }),
    stale: fc.boolean(),
    fault: fc.constantFrom('none', 'none', 'busy', 'landed'),
    intruder: fc.option(fc.constantFrom(...names)),
  });

  const nextWritesFor = (fault: string): MemoryIssue['nextWrites'] => {
    if (fault === 'busy') return [{ problem: 'busy' }];
    return fault === 'landed' ? ['landed'] : [];
  };

  it('lose no acknowledged edit, whatever the order, busy answers and lost answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { issue, ports } = aWorld();
        const truth = new Map<FieldName, string>();
        for (const [index, { field, text, stale, fault, intruder }] of steps.entries()) {
          issue.nextWrites = nextWritesFor(fault);
          const intrude = (into: FieldName): void => {
            truth.set(into, `intruder-${String(index)}`);
            issue.raw.useCase = aStoredUseCase(Object.fromEntries(truth));
          };
          issue.beforeTask =
            intruder === null
              ? []
              : [
                  () => {
                    intrude(intruder);
                  },
                ];
          const base = stale ? 'something else' : (truth.get(field) ?? '');
          const edit = {
            opId: `operation-${String(index)}`,
            changes: [{ field, base, next: text }],
          };
          const result = await recordEdit(ports, place, mira, { kind: 'useCase', edit });
          if (result.ok && result.value.clashes.length === 0) truth.set(field, text);
        }
        const read = readRecord('useCase', issue.raw.useCase);
        const values = read.state === 'ready' ? read.record.values : {};
        for (const [field, text] of truth) expect(values[field]).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});

describe('recordEdit of a stage', () => {
  it('makes the score of the issue anew, which bears the stage', async () => {
    const answers = { revenue: 4, reach: 4, fit: 4, learning: 4, points: 5 };
    const { issue, edit } = aWorld({
      raw: { rating: { schema: 1, rev: 1, answers, changes: [] } },
    });
    await edit([{ field: 'why', base: '', next: 'grow' }]);
    expect(issue.raw.score).toBeUndefined();
    await edit([{ field: 'stage', base: '', next: 'walk' }], 'operation-2');
    expect(issue.raw.score).toMatchObject({ stage: 'walk', value: 4, effort: 5 });
  });
});

describe('replaceRecord', () => {
  const replace = (issue: MemoryIssue, seen: unknown) => {
    const clock = virtualClock();
    const ports = {
      records: memoryIssueRecords(issue, clock),
      estimates: memoryEstimates(),
      clock,
    };
    return replaceRecord(ports, place, mira, {
      kind: 'useCase',
      opId: 'operation-1',
      seen: JSON.stringify(seen),
    });
  };

  it('keeps what can be read of a damaged record', async () => {
    const damaged = { schema: 1, rev: 3, why: 'grow', who: 7, changes: [] };
    const issue = aMemoryIssue({ raw: { useCase: damaged, document: undefined } });
    expect(stateOf(await replace(issue, damaged))).toBe('saved');
    expect(valuesOf(issue)).toMatchObject({ rev: 4, values: { why: 'grow', who: '' } });
  });

  it('puts an empty record in the place of a foreign value', async () => {
    const issue = aMemoryIssue({ raw: { useCase: ['theirs'], document: undefined } });
    expect(stateOf(await replace(issue, ['theirs']))).toBe('saved');
    expect(valuesOf(issue).rev).toBe(1);
  });

  it('replaces only the value that the viewer saw', async () => {
    const issue = aMemoryIssue({ raw: { useCase: ['other'], document: undefined } });
    expect(await replace(issue, ['theirs'])).toEqual({
      ok: false,
      error: { code: 'changed-meanwhile' },
    });
    expect(issue.raw.useCase).toEqual(['other']);
  });

  it('never replaces a newer record', async () => {
    const newer = { schema: 2, rev: 1 };
    const issue = aMemoryIssue({ raw: { useCase: newer, document: undefined } });
    expect(await replace(issue, newer)).toEqual({ ok: false, error: { code: 'newer-record' } });
  });

  it('refuses a reader', async () => {
    const issue = aMemoryIssue({ raw: { useCase: 'x', document: undefined } });
    issue.subject = { ...issue.subject, mayEdit: false };
    expect(await replace(issue, 'x')).toEqual({ ok: false, error: { code: 'may-not-edit' } });
  });
});
