import { toyDocument, toyValue, type ToyChange } from '../../../test/model/toy-document';
import type { Json, JsonObject } from '../use-case/json';
import { replay } from './replay';
import { adopted, fingerprint, isSealed, sealed } from './seal';
import {
  takenBy,
  tidied,
  valuesKeptFor,
  withLanded,
  without,
  type KeptOperation,
  type WriteLock,
} from './write-lock';

const at = '2026-11-28T09:00:00.000Z';
const change = (field: ToyChange['field'], base: string, next: string): ToyChange => ({
  ...{ field, base, next },
});

const kept = (op: string, landed: boolean, ...changes: ToyChange[]): KeptOperation<ToyChange> => ({
  ...{ op, by: 'mira', at, landed },
  intent: { does: 'change', changes },
});

const stored = (values: object, ...ops: string[]): JsonObject =>
  sealed({ ...values, changes: ops.map((op) => ({ op, fields: [] })) });

const valuesOf = (raw: Json | undefined) => [toyValue(raw, 'a'), toyValue(raw, 'b')];

describe('replay', () => {
  const first = kept('op-1', true, change('a', '', 'one'));
  const second = kept('op-2', true, change('a', 'one', 'two'));

  it('finds nothing missing in a value that carries the latest operation', () => {
    const raw = stored({ a: 'two' }, 'op-1', 'op-2');
    expect(replay(toyDocument, raw, { operations: [first, second] }).changed).toBe(false);
  });

  it('puts back what an older write of ours undid, whatever the field holds now', () => {
    const raw = stored({ a: 'something else' }, 'op-1');
    const { value, changed } = replay(toyDocument, raw, { operations: [first, second] });
    expect(changed).toBe(true);
    expect(valuesOf(value)).toEqual(['two', '']);
    expect(isSealed(value)).toBe(true);
  });

  it('leaves alone what a later operation in the record changed', () => {
    const third = kept('op-3', true, change('a', 'one', 'three'));
    const raw = stored({ a: 'three' }, 'op-1', 'op-3');
    const { value } = replay(toyDocument, raw, { operations: [first, second, third] });
    expect(valuesOf(value)).toEqual(['three', '']);
  });

  it('takes what was written from outside for the base, and merges what is under way', () => {
    const raw = { a: 'theirs', changes: [{ op: 'op-1', fields: ['a'] }] };
    const open = kept('op-3', false, change('a', 'one', 'mine'), change('b', '', 'new'));
    const { value, outcomes } = replay(toyDocument, raw, { operations: [first, second, open] });
    expect(valuesOf(value)).toEqual(['theirs', 'new']);
    expect(outcomes.get('op-3')).toMatchObject({
      clashes: [{ field: 'a', theirs: 'theirs' }],
      intent: { changes: [{ field: 'b' }] },
    });
    const later = replay(toyDocument, value, {
      operations: [first, second, { ...open, landed: true }],
    });
    expect(later.changed).toBe(false);
  });

  it('follows a removal from outside, and starts anew with what is under way', () => {
    expect(replay(toyDocument, undefined, { operations: [first, second] }).changed).toBe(false);
    const open = kept('op-3', false, change('b', '', 'new'));
    const { value } = replay(toyDocument, undefined, { operations: [first, open] });
    expect(valuesOf(value)).toEqual(['', 'new']);
  });

  describe('after a removal', () => {
    const removal = (landed: boolean): KeptOperation<ToyChange> => ({
      ...{ op: 'removal', by: 'mira', at, landed },
      intent: { does: 'remove', seen: fingerprint(stored({ a: 'one' }, 'op-1')) },
    });

    it('removes again what landed late', () => {
      const raw = stored({ a: 'one' }, 'op-1');
      expect(replay(toyDocument, raw, { operations: [first, removal(true)] })).toMatchObject({
        ...{ value: undefined, changed: true },
      });
    });

    it('takes a value from elsewhere for a new document', () => {
      const raw = { a: 'theirs' };
      expect(replay(toyDocument, raw, { operations: [first, removal(true)] }).changed).toBe(false);
    });

    it('puts back what was saved after it, if it may still have been on its way', () => {
      const after = kept('op-2', true, change('b', '', 'new'));
      const { value } = replay(toyDocument, undefined, {
        operations: [first, removal(false), after],
      });
      expect(valuesOf(value)).toEqual(['', 'new']);
      const done = replay(toyDocument, undefined, { operations: [first, removal(true), after] });
      expect(done.changed).toBe(false);
    });
  });
});

describe('a seal', () => {
  it('fits whatever the order of keys, and no longer once anything was changed', () => {
    const document = sealed({ a: 1, b: { c: [1, 'x', null], d: true } });
    const { a, b, ...rest } = document;
    expect(isSealed({ ...rest, b: b ?? null, a: a ?? null })).toBe(true);
    expect(isSealed({ ...document, a: 2 })).toBe(false);
    expect(isSealed({ ...document, later: 1 })).toBe(false);
    expect(isSealed({ a: 1 })).toBe(false);
    expect(isSealed(undefined)).toBe(false);
    expect(isSealed(adopted(document, 'op-1'))).toBe(true);
  });

  it('is of 16 hexadecimal digits, and differs for values that differ', () => {
    const values = Array.from({ length: 2_000 }, (_, index) => ({
      n: index,
      text: `${String(index)} x`,
    }));
    const names = values.map(fingerprint);
    expect(new Set(names).size).toBe(values.length);
    expect(names.every((name) => /^[0-9a-f]{16}$/u.test(name))).toBe(true);
  });
});

describe('a lock', () => {
  const operation = (op: string, next: string) => ({
    ...{ op, by: 'mira', at },
    intent: { does: 'change', changes: [change('a', '', next)] } as const,
  });
  const now = Date.parse(at);
  const take = (lock: WriteLock<ToyChange> | undefined, op: string, next = 'x') =>
    takenBy(lock, operation(op, next), { head: undefined, now });
  const land = (lock: WriteLock<ToyChange>, op: string) =>
    withLanded(lock, new Map([[op, lock.operations.find((each) => each.op === op)?.intent]]));

  it('knows the operation that a record named before it was made', () => {
    const lock = takenBy(undefined, operation('op-2', 'x'), { head: 'op-1', now });
    expect(lock.operations.map(({ op, landed }) => [op, landed])).toEqual([
      ['op-1', true],
      ['op-2', false],
    ]);
    expect(lock).toMatchObject({ rev: 1, opId: 'op-2', state: 'intended' });
  });

  it('goes one rev on with every change', () => {
    const taken = take(undefined, 'op-1');
    const landed = land(taken, 'op-1');
    const tidy = tidied(landed, () => undefined, now);
    expect([taken.rev, landed.rev, tidy.rev, without(tidy, 'op-1').rev]).toEqual([1, 2, 3, 4]);
    expect(landed.state).toBe('settled');
  });

  it('drops values after a quarter of an hour, of what has landed only', () => {
    const lock = take(land(take(undefined, 'op-1'), 'op-1'), 'op-2');
    const later = tidied(lock, ({ intent }) => intent, now + valuesKeptFor - 1);
    expect(later.operations.map(({ intent }) => intent !== undefined)).toEqual([true, true]);
    const latest = tidied(lock, () => undefined, now + valuesKeptFor);
    expect(latest.operations.map(({ op, intent }) => [op, intent])).toEqual([
      ['op-1', undefined],
      ['op-2', undefined],
    ]);
    expect(latest.operations.map(({ landed }) => landed)).toEqual([true, false]);
  });

  it('holds 100 KB of values and twenty operations with them; the oldest landed ones go first', () => {
    const bytesIn = ({ operations }: WriteLock<ToyChange>) =>
      Buffer.byteLength(
        JSON.stringify(operations.slice(0, -1).filter(({ intent }) => intent !== undefined)),
      );
    let lock = take(undefined, 'op-0', 'x'.repeat(30_000));
    for (let each = 1; each < 12; each += 1)
      lock = take(land(lock, `op-${String(each - 1)}`), `op-${String(each)}`, 'x'.repeat(30_000));
    expect(bytesIn(lock)).toBeLessThanOrEqual(100_000);
    expect(bytesIn(lock)).toBeGreaterThan(80_000);
    let small = take(undefined, 'op-0');
    for (let each = 1; each < 60; each += 1)
      small = take(land(small, `op-${String(each - 1)}`), `op-${String(each)}`);
    expect(small.operations.filter(({ intent }) => intent !== undefined)).toHaveLength(20);
    expect(small.operations).toHaveLength(24);
    expect(small.operations.at(-1)).toMatchObject({ op: 'op-59', landed: false });
  });
});
