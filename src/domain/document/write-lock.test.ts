import type { FromTo, Operation } from './operation';
import { readLock } from './read-lock';
import { takenBy, tidied, withLanded, without, type WriteLock } from './write-lock';

const start = Date.parse('2026-11-28T09:00:00.000Z');
const minute = 60_000;

const operation = (name: string, text = 'x', at = start): Operation<FromTo> => ({
  ...{ op: name, by: 'mira', at: new Date(at).toISOString() },
  intent: { does: 'change', changes: [{ base: '', next: text }] },
});

/** A lock that so many operations took, each of which has landed. */
const landedLock = (count: number, text = 'x'): WriteLock => {
  let lock: WriteLock | undefined;
  for (let index = 0; index < count; index += 1) {
    const next = operation(`op-${String(index)}`, text);
    lock = takenBy(lock, next, { head: undefined, now: start });
    lock = withLanded(lock, new Map([[next.op, next.intent]]));
  }
  if (lock === undefined) throw new Error('A lock needs an operation.');
  return lock;
};

const withValues = ({ operations }: WriteLock): readonly string[] =>
  operations.flatMap(({ op, intent }) => (intent === undefined ? [] : [op]));

describe('a lock', () => {
  it('holds at most 100 KB of values, the oldest landed ones dropped first', () => {
    const lock = landedLock(6, 'x'.repeat(30_000));
    expect(withValues(lock)).toEqual(['op-2', 'op-3', 'op-4', 'op-5']);
    expect(lock.operations.map(({ op }) => op)).toContain('op-0');
  });

  it('keeps the values of what has not landed, however much they are', () => {
    let lock = landedLock(1);
    for (let index = 1; index < 6; index += 1) {
      const next = operation(`op-${String(index)}`, 'x'.repeat(30_000));
      lock = takenBy(lock, next, { head: undefined, now: start });
    }
    expect(withValues(lock)).toHaveLength(5);
  });

  it('remembers the names of 24 operations, and the values of 20', () => {
    const lock = landedLock(40);
    expect(lock.operations).toHaveLength(24);
    expect(withValues(lock)).toHaveLength(20);
    expect(lock.operations.at(-1)?.op).toBe('op-39');
  });

  it('drops values a quarter of an hour after they were written, and not before', () => {
    const lock = landedLock(1);
    const nothing = (): undefined => undefined;
    expect(withValues(tidied(lock, nothing, start + 15 * minute - 1))).toEqual(['op-0']);
    expect(withValues(tidied(lock, nothing, start + 15 * minute))).toEqual([]);
  });

  it('knows by its name alone what was written before there was a lock', () => {
    const lock = takenBy(undefined, operation('op-1'), { head: 'earlier', now: start });
    expect(lock.operations.map(({ op, landed }) => [op, landed])).toEqual([
      ['earlier', true],
      ['op-1', false],
    ]);
  });

  it('is intended while an operation is open, and settled when it landed or was withdrawn', () => {
    const taken = takenBy(undefined, operation('op-1'), { head: undefined, now: start });
    expect(taken.state).toBe('intended');
    expect(withLanded(taken, new Map([['op-1', operation('op-1').intent]])).state).toBe('settled');
    expect(without(taken, 'op-1')).toMatchObject({ state: 'settled', rev: 2 });
  });
});

describe('a lock as the store gives it', () => {
  const known = { op: 'op-1', by: 'mira', at: '2026-11-28T09:00:00.000Z', landed: true };

  it('is read as it was written', () => {
    const lock = takenBy(undefined, operation('op-1'), { head: undefined, now: start });
    expect(readLock(JSON.parse(JSON.stringify(lock)))).toEqual(lock);
  });

  it('keeps its order where the rest cannot be read, so that nobody is kept from saving', () => {
    const later = { rev: 7, state: 'frozen', operations: [known, { op: 8 }, 'x'] };
    expect(readLock(later)).toMatchObject({ rev: 7, operations: [known] });
    expect(readLock({ rev: 7, operations: 'none' })).toMatchObject({ rev: 7, operations: [] });
  });

  it.each([[undefined], [null], ['text'], [{ rev: 'one' }], [[]]])('is none: %j', (raw) => {
    expect(readLock(raw)).toBeUndefined();
  });
});
