import { parseRecordEdit, parseReplaceRecord, parseSettings } from '.';

const change = { field: 'who', base: '', next: 'shoppers' };
const payload = (changes: unknown, kind: unknown = 'useCase', opId: unknown = 'operation-1') => ({
  kind,
  edit: { opId, changes },
});

describe('parseRecordEdit', () => {
  it('reads an edit', () => {
    expect(parseRecordEdit(payload([change]))).toEqual(payload([change]));
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'edit'],
    ['no changes', payload([])],
    ['too many changes', payload(Array.from({ length: 65 }, () => change))],
    ['an unknown record', payload([change], 'score')],
    ['a short operation id', payload([change], 'useCase', 'x')],
    ['an operation id with signs', payload([change], 'useCase', '../../operation')],
    ['an unknown field', payload([{ ...change, field: '__proto__' }])],
    ['a field of the other record', payload([change], 'document')],
    ['a field twice', payload([change, change])],
    ['a value of the wrong kind', payload([{ ...change, next: 7 }])],
    ['a stage that does not exist', payload([{ field: 'stage', base: '', next: 'fly' }])],
    ['a day that does not exist', payload([{ field: 'kpi.by', base: '', next: 'soon' }])],
    ['a number that is none', payload([{ field: 'kpi.target', base: null, next: '9' }])],
    ['a value missing', payload([{ field: 'who', base: '' }])],
  ])('refuses %s', (_name, raw) => {
    expect(parseRecordEdit(raw)).toBeUndefined();
  });

  it('takes nothing but what the contract names', () => {
    const read = parseRecordEdit({
      ...payload([{ ...change, extra: 1 }]),
      accountId: 'somebody else',
    });
    expect(read).toEqual(payload([change]));
  });
});

describe('parseReplaceRecord', () => {
  it('reads a replacement and refuses a value larger than Jira keeps', () => {
    const good = { kind: 'useCase', opId: 'operation-1', seen: '"x"' };
    expect(parseReplaceRecord(good)).toEqual(good);
    expect(parseReplaceRecord({ ...good, seen: 'x'.repeat(70_001) })).toBeUndefined();
    expect(parseReplaceRecord({ ...good, seen: undefined })).toBeUndefined();
  });
});

describe('parseSettings', () => {
  const off = { part: 'visibility', base: 'on', next: 'off' };
  it('reads changes of named parts, each once', () => {
    expect(parseSettings({ changes: [off] })).toEqual({ changes: [off], replaceDamaged: false });
    expect(parseSettings({ changes: [], replaceDamaged: true })).toEqual({
      changes: [],
      replaceDamaged: true,
    });
    expect(parseSettings({ changes: [off, off] })).toBeUndefined();
    expect(parseSettings({ changes: [] })).toBeUndefined();
    expect(parseSettings({ changes: [{ ...off, part: 'rev' }] })).toBeUndefined();
  });
});
