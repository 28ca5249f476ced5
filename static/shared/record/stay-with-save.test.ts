import type { AppError, Saving } from '#contract';
import { failure, success, type Result } from '#domain/result';
import type { Json } from '#domain/use-case/json';
import type { FieldClash } from '#domain/use-case/field-edit';
import { recordDocument } from '#domain/use-case/record-document';
import { stayWithSave } from './stay-with-save';

const written = { issue: '1', document: 'useCase', opId: 'operation-1' } as const;
const landed: Json = { rev: 1, changes: [{ op: 'operation-1', fields: ['who'] }] };

type Answer = Result<Saving<FieldClash>, AppError>;

/** A save whose document holds the operation from the given look on; never where that is undefined. */
const aSave = (
  answer: Answer,
  {
    landsAt,
    isBegun = false,
    mayWithdraw = true,
    silent = [],
  }: {
    landsAt?: number;
    isBegun?: boolean;
    mayWithdraw?: boolean;
    /** Looks that get no answer. */
    silent?: readonly number[];
  } = {},
) => {
  const told: string[] = [];
  let looks = 0;
  let waited = 0;
  const end = stayWithSave(
    {
      withdrawEdit: () => {
        told.push('withdrawing');
        return Promise.resolve(success({ end: mayWithdraw ? 'withdrawn' : 'unknown' }));
      },
      wait: (milliseconds) => {
        waited += milliseconds;
        return waited > 600_000 ? new Promise(() => undefined) : Promise.resolve();
      },
    },
    {
      ...{ written, isBegun, ...nothing },
      send: () => Promise.resolve(answer),
      read: () => {
        looks += 1;
        if (silent.includes(looks))
          return Promise.resolve(failure({ problem: 'no-answer' } as const));
        return Promise.resolve(
          success(landsAt !== undefined && looks >= landsAt ? landed : undefined),
        );
      },
      onChecking: () => told.push('checking'),
    },
  );
  return { end, told, waited: () => waited };
};

const nothing = { kind: recordDocument('useCase'), changes: [] };

const saved = { ok: true, value: { state: 'saved', stored: landed, clashes: [] } };

describe('staying with a save', () => {
  it('ends at once where the function knows', async () => {
    const { end, told } = aSave(success({ state: 'saved', stored: null, clashes: [] }));
    expect(await end).toMatchObject({ ok: true });
    expect(told).toEqual([]);
  });

  it('ends at once where the function refused, but not where it was cut off or had begun', async () => {
    const refused = failure<AppError>({ code: 'may-not-edit' });
    expect(await aSave(refused).end).toEqual(refused);
    const { end, told } = aSave(failure({ code: 'cut-off' }), { landsAt: 3 });
    expect(await end).toEqual(saved);
    expect(told).toEqual(['checking']);
    expect(await aSave(refused, { isBegun: true, landsAt: 3 }).end).toEqual(saved);
  });

  it('looks for what a removal leaves where it is told to', async () => {
    const reads = [landed, landed, undefined];
    const end = stayWithSave(
      {
        withdrawEdit: () => Promise.resolve(success({ end: 'unknown' })),
        wait: () => Promise.resolve(),
      },
      {
        written,
        ...nothing,
        send: () => Promise.resolve(success({ state: 'checking' })),
        read: () => Promise.resolve(success(reads.shift())),
        isDone: (raw) => raw === undefined,
        onChecking: () => undefined,
      },
    );
    expect(await end).toEqual(success({ state: 'saved', stored: null, clashes: [] }));
    expect(reads).toEqual([]);
  });

  it('withdraws after a minute, and fails only then', async () => {
    const { end, told, waited } = aSave(success({ state: 'checking' }));
    expect(await end).toEqual({ ok: false, error: { code: 'withdrawn' } });
    expect(told).toEqual(['checking', 'withdrawing']);
    expect(waited()).toBe(62_000);
  });

  it('believes at once what the record itself refuses', async () => {
    const { end, told } = aSave(failure({ code: 'newer-record' }), { isBegun: true });
    expect(await end).toEqual({ ok: false, error: { code: 'newer-record' } });
    expect(told).toEqual([]);
  });

  it('believes the record after a withdrawal too', async () => {
    const { end } = aSave(success({ state: 'checking' }), { landsAt: 31 });
    expect(await end).toEqual(saved);
  });

  it('does not take a reading that failed after the withdrawal for proof', async () => {
    const { end } = aSave(success({ state: 'checking' }), { landsAt: 33, silent: [30, 31, 32] });
    expect(await end).toEqual(saved);
  });

  it('goes on looking where nothing can be withdrawn', async () => {
    const { end, told } = aSave(success({ state: 'checking' }), {
      landsAt: 100,
      mayWithdraw: false,
    });
    expect(await end).toEqual(saved);
    expect(told.filter((each) => each === 'withdrawing').length).toBeGreaterThan(2);
  });
});
