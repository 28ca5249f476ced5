import fc from 'fast-check';
import { changesKept, rememberedIn } from '../document/operation';
import { isSealed } from '../document/seal';
import type { FieldEdit } from './field-edit';
import type { FieldName, FieldValue, Values } from './fields';
import type { Json, JsonObject } from './json';
import { recordDocument } from './record-document';
import { propertyLimit, readableValues, readRecord } from './stored-record';

const texts: readonly FieldName[] = ['why', 'who', 'what', 'where', 'how.data', 'kpi.name'];
const kind = recordDocument('useCase');

const valuesIn = (raw: Json | undefined): Values => readableValues(readRecord('useCase', raw));

const change = (field: FieldName, base: FieldValue, next: FieldValue): FieldEdit => ({
  ...{ field, base, next },
});

/** Saves changes and tells what came of them; a record that says it all already stays as it is. */
const save = (raw: Json | undefined, op: string, changes: readonly FieldEdit[]) => {
  const end = kind.change(raw, { op, by: 'someone', at: '2026-11-01' }, changes);
  if (end.end === 'refused') throw new Error(end.refusal.code);
  const value = end.end === 'changed' ? end.value : raw;
  const entry = end.end === 'changed' ? lastChangeIn(end.value) : undefined;
  return { value, clashes: end.clashes, applied: entry?.['fields'] ?? [] };
};

const lastChangeIn = (value: JsonObject): JsonObject | undefined =>
  (value['changes'] as readonly JsonObject[] | undefined)?.at(-1);

const aRecord = (values: Values): Json | undefined =>
  save(
    undefined,
    'first',
    Object.entries(values).map(([field, next]) => change(field as FieldName, '', next)),
  ).value;

describe('a change of a record', () => {
  it('is taken where the field still holds what the person saw', () => {
    const { value, applied, clashes } = save(aRecord({ who: 'shoppers' }), 'op-1', [
      change('who', 'shoppers', 'known shoppers'),
    ]);
    expect(valuesIn(value).who).toBe('known shoppers');
    expect(isSealed(value)).toBe(true);
    expect([applied, clashes]).toEqual([['who'], []]);
  });

  it('needs nothing where the field already holds the new value', () => {
    const { applied, clashes } = save(aRecord({ who: 'same' }), 'op-1', [
      change('who', 'other', 'same'),
    ]);
    expect([applied, clashes]).toEqual([[], []]);
  });

  it('shows both values where somebody else changed the same field', () => {
    const { value, applied, clashes } = save(aRecord({ who: 'theirs', why: '' }), 'op-1', [
      change('who', 'before', 'mine'),
      change('why', '', 'reason'),
    ]);
    expect(clashes).toEqual([{ ...change('who', 'before', 'mine'), theirs: 'theirs' }]);
    expect(valuesIn(value).who).toBe('theirs');
    expect(applied).toEqual(['why']);
  });

  it('compares lists by their items', () => {
    const document = recordDocument('document');
    const signature = { op: 'op-1', by: 'someone', at: '2026-11-01' };
    const before = { schema: 1, rev: 1, goals: ['one', 'two'], changes: [] };
    const edit = change('goals', ['one', 'two'], ['one']);
    expect(document.change(before, signature, [edit])).toMatchObject({
      ...{ end: 'changed', value: { goals: ['one'] }, clashes: [] },
    });
  });

  it('is made once, even if the field was changed again after it', () => {
    const edits = [change('who', '', 'mine')];
    const saved = save(undefined, 'op-1', edits);
    const later = save(saved.value, 'op-2', [change('who', 'mine', 'newer')]);
    const again = save(later.value, 'op-1', edits);
    expect([again.applied, again.clashes]).toEqual([[], []]);
    expect(valuesIn(again.value).who).toBe('newer');
  });
});

describe('the history of a record', () => {
  it('counts revisions and remembers a bounded number of operations', () => {
    let raw: Json | undefined;
    for (let count = 0; count < changesKept + 5; count += 1) {
      const before = valuesIn(raw).who ?? '';
      raw = save(raw, `op-${String(count)}`, [change('who', before, `v${String(count)}`)]).value;
    }
    expect(raw).toMatchObject({ rev: changesKept + 5, folded: 5 });
    expect(rememberedIn(raw)).toHaveLength(changesKept);
    expect(rememberedIn(raw)[0]).toBe('op-5');
  });

  it('gives way before it keeps anybody from writing', () => {
    let raw: Json | undefined;
    for (let count = 0; count < changesKept; count += 1) {
      const before = valuesIn(raw).why ?? '';
      const next = `${String(count)} ${'y'.repeat(150)}`;
      raw = save(raw, `op-${String(count)}`, [change('why', before, next)]).value;
    }
    const long = 'z'.repeat(27_500);
    const { value } = save(raw, 'op-long', [change('why', valuesIn(raw).why ?? '', long)]);
    const changes = (value as JsonObject)['changes'] as readonly JsonObject[];
    expect(changes).toHaveLength(changesKept);
    expect(changes.at(-1)?.['was']).toBeDefined();
    expect(changes[0]?.['was']).toBeUndefined();
    expect(JSON.stringify(value).length).toBeLessThanOrEqual(propertyLimit);
  });
});

describe('a record that is too long', () => {
  const saving = (length: number) =>
    kind.change(undefined, { op: 'op', by: 'someone', at: '2026-11-01' }, [
      change('why', '', 'x'.repeat(length)),
      change('who', '', 'y'.repeat(300)),
    ]);
  const overOf = (end: ReturnType<typeof saving>): number =>
    end.end === 'refused' && end.refusal.code === 'too-long' ? end.refusal.over : 0;

  it('is refused from the first character too many, and the longest fields are named', () => {
    const most = 40_000 - overOf(saving(40_000));
    const written = saving(most);
    expect(written.end === 'changed' && JSON.stringify(written.value).length).toBe(propertyLimit);
    expect(saving(most + 1)).toEqual({
      end: 'refused',
      refusal: { code: 'too-long', over: 1, longest: ['why', 'who'] },
    });
  });

  it('counts characters as JSON writes them', () => {
    const quotes = kind.change(undefined, { op: 'op', by: 'someone', at: '2026-11-01' }, [
      change('why', '', '"'.repeat(17_000)),
    ]);
    expect(overOf(quotes)).toBeGreaterThan(1_000);
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
        (start, edits) => {
          const changes = edits.map(([name, base, next]) => change(name, base, next));
          const { value, clashes } = save(aRecord(start), 'op-1', changes);
          for (const each of changes) {
            const clash = clashes.find((other) => other.field === each.field);
            expect(valuesIn(value)[each.field] ?? '').toBe(clash ? clash.theirs : each.next);
          }
        },
      ),
    );
  });

  it('leaves every field alone that the edit does not name', () => {
    fc.assert(
      fc.property(values, field, word, (start, name, next) => {
        const raw = aRecord(start);
        const base = valuesIn(raw)[name] ?? '';
        const { value } = save(raw, 'op-1', [change(name, base, next)]);
        for (const other of texts.filter((each) => each !== name))
          expect(valuesIn(value)[other] ?? '').toEqual(valuesIn(raw)[other] ?? '');
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
          const raw = aRecord(start);
          const edit = (name: FieldName, next: string) => [
            change(name, valuesIn(raw)[name] ?? '', next),
          ];
          const ab = save(save(raw, 'op-a', edit(first, one)).value, 'op-b', edit(second, two));
          const ba = save(save(raw, 'op-b', edit(second, two)).value, 'op-a', edit(first, one));
          expect(valuesIn(ab.value)).toEqual(valuesIn(ba.value));
        },
      ),
    );
  });
});
