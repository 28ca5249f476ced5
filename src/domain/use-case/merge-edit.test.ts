import { changesKept } from '../document/operation';
import fc from 'fast-check';
import type { FieldName, Values } from './fields';
import { mergeEdit, remembers, withMerge, type Edit } from './merge-edit';
import { newRecord, type StoredRecord } from './stored-record';

const texts: readonly FieldName[] = ['why', 'who', 'what', 'where', 'how.data', 'kpi.name'];

const aRecord = (values: Values): StoredRecord => {
  const empty = newRecord('useCase');
  return { ...empty, values: { ...empty.values, ...values } };
};

const save = (record: StoredRecord, edit: Edit): StoredRecord =>
  withMerge(record, mergeEdit(record, edit), { op: edit.opId, by: 'someone', at: '2026-11-01' });

describe('mergeEdit', () => {
  it('takes a change of a field that still holds what the person saw', () => {
    const merge = mergeEdit(aRecord({ who: 'shoppers' }), {
      opId: 'op-1',
      changes: [{ field: 'who', base: 'shoppers', next: 'known shoppers' }],
    });
    expect(merge.values.who).toBe('known shoppers');
    expect(merge.applied).toEqual(['who']);
    expect(merge.clashes).toEqual([]);
  });

  it('needs nothing where the field already holds the new value', () => {
    const merge = mergeEdit(aRecord({ who: 'same' }), {
      opId: 'op-1',
      changes: [{ field: 'who', base: 'other', next: 'same' }],
    });
    expect(merge.applied).toEqual([]);
    expect(merge.clashes).toEqual([]);
  });

  it('shows both values where somebody else changed the same field', () => {
    const merge = mergeEdit(aRecord({ who: 'theirs', why: '' }), {
      opId: 'op-1',
      changes: [
        { field: 'who', base: 'before', next: 'mine' },
        { field: 'why', base: '', next: 'reason' },
      ],
    });
    expect(merge.clashes).toEqual([
      { field: 'who', base: 'before', theirs: 'theirs', mine: 'mine' },
    ]);
    expect(merge.values.who).toBe('theirs');
    expect(merge.applied).toEqual(['why']);
  });

  it('compares lists by their items', () => {
    const empty = newRecord('document');
    const record = { ...empty, values: { ...empty.values, goals: ['one', 'two'] } };
    const merge = mergeEdit(record, {
      opId: 'op-1',
      changes: [{ field: 'goals', base: ['one', 'two'], next: ['one'] }],
    });
    expect(merge.values.goals).toEqual(['one']);
  });

  it('does an operation once, even if a field was changed again after it', () => {
    const edit: Edit = { opId: 'op-1', changes: [{ field: 'who', base: '', next: 'mine' }] };
    const saved = save(aRecord({}), edit);
    const later = save(saved, {
      opId: 'op-2',
      changes: [{ field: 'who', base: 'mine', next: 'newer' }],
    });
    const again = mergeEdit(later, edit);
    expect(again.applied).toEqual([]);
    expect(again.clashes).toEqual([]);
    expect(again.values.who).toBe('newer');
  });
});

describe('withMerge', () => {
  it('counts revisions and remembers a bounded number of operations', () => {
    let record = aRecord({});
    for (let count = 0; count < changesKept + 5; count += 1) {
      record = save(record, {
        opId: `op-${String(count)}`,
        changes: [{ field: 'who', base: record.values.who ?? '', next: `v${String(count)}` }],
      });
    }
    expect(record.rev).toBe(changesKept + 5);
    expect(record.changes).toHaveLength(changesKept);
    expect(remembers(record, 'op-0')).toBe(false);
    expect(remembers(record, `op-${String(changesKept + 4)}`)).toBe(true);
  });
});

describe('properties of the merge', () => {
  const field = fc.constantFrom(...texts);
  const word = fc.string({ maxLength: 6 });
  const values = fc.dictionary(field, word);

  it('never loses an acknowledged edit: it is in the record, or it was shown as a clash', () => {
    fc.assert(
      fc.property(
        values,
        fc.uniqueArray(fc.tuple(field, word, word), { selector: ([name]) => name }),
        (start, changes) => {
          const edit: Edit = {
            opId: 'op-1',
            changes: changes.map(([name, base, next]) => ({ field: name, base, next })),
          };
          const merge = mergeEdit(aRecord(start), edit);
          for (const change of edit.changes) {
            const clash = merge.clashes.find((each) => each.field === change.field);
            if (clash) expect(merge.values[change.field]).toBe(clash.theirs);
            else expect(merge.values[change.field]).toBe(change.next);
          }
        },
      ),
    );
  });

  it('leaves every field alone that the edit does not name', () => {
    fc.assert(
      fc.property(values, field, word, (start, name, next) => {
        const record = aRecord(start);
        const base = record.values[name] ?? '';
        const merge = mergeEdit(record, { opId: 'op-1', changes: [{ field: name, base, next }] });
        for (const other of texts.filter((each) => each !== name)) {
          expect(merge.values[other]).toEqual(record.values[other]);
        }
      }),
    );
  });

  it('gives the same record in any order where two edits name different fields', () => {
    fc.assert(
      fc.property(
        values,
        fc.shuffledSubarray([...texts], { minLength: 2, maxLength: 2 }),
        word,
        word,
        (start, pair, one, two) => {
          const [first = 'why', second = 'who'] = pair;
          const record = aRecord(start);
          const editOf = (opId: string, name: FieldName, next: string): Edit => ({
            opId,
            changes: [{ field: name, base: record.values[name] ?? '', next }],
          });
          const a = editOf('op-a', first, one);
          const b = editOf('op-b', second, two);
          expect(save(save(record, a), b).values).toEqual(save(save(record, b), a).values);
        },
      ),
    );
  });
});
