import * as v from 'valibot';
import * as payloads from './payloads';

/** What a call would read of a payload; undefined where it refuses. */
const read = (schema: v.GenericSchema, payload: unknown): unknown => {
  const parsed = v.safeParse(schema, payload);
  return parsed.success ? parsed.output : undefined;
};

const change = { field: 'who', base: '', next: 'shoppers' };
const payload = (changes: unknown, kind: unknown = 'useCase', opId: unknown = 'operation-1') => ({
  kind,
  edit: { opId, changes },
});

describe('recordEdit', () => {
  it('reads an edit', () => {
    expect(read(payloads.recordEdit, payload([change]))).toEqual(payload([change]));
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
    expect(read(payloads.recordEdit, raw)).toBeUndefined();
  });

  it('takes nothing but what the contract names', () => {
    const found = read(payloads.recordEdit, {
      ...payload([{ ...change, extra: 1 }]),
      accountId: 'somebody else',
    });
    expect(found).toEqual(payload([change]));
  });
});

describe('replaceRecord', () => {
  it('reads a replacement and refuses a value larger than Jira keeps', () => {
    const seen = '0123456789abcdef';
    const good = { issue: '10001', kind: 'useCase', opId: 'operation-1', seen };
    expect(read(payloads.replaceRecord, good)).toEqual(good);
    expect(read(payloads.replaceRecord, { ...good, seen: 'x'.repeat(16) })).toBeUndefined();
    expect(read(payloads.replaceRecord, { ...good, issue: 'CDP-1' })).toBeUndefined();
    expect(read(payloads.replaceRecord, { ...good, seen: undefined })).toBeUndefined();
  });
});

describe('settings', () => {
  const off = { part: 'visibility', base: 'on', next: 'off' };
  it('reads changes of named parts, each once', () => {
    const opId = 'operation-1';
    const wanted = { opId, changes: [off], replaces: null };
    expect(read(payloads.settings, wanted)).toEqual(wanted);
    const replacing = { opId, changes: [], replaces: '0123456789abcdef' };
    expect(read(payloads.settings, replacing)).toEqual(replacing);
    expect(read(payloads.settings, { ...wanted, changes: [off, off] })).toBeUndefined();
    expect(read(payloads.settings, { ...wanted, changes: [] })).toBeUndefined();
    expect(read(payloads.settings, { ...wanted, opId: 'x' })).toBeUndefined();
    expect(
      read(payloads.settings, { ...wanted, changes: [{ ...off, part: 'rev' }] }),
    ).toBeUndefined();
  });
});

describe('calls about many issues', () => {
  const change = { field: 'who', base: '', next: 'shoppers' };
  const edit = { issue: '10001', opId: 'operation-1', changes: [change] };
  const taking = (changed: object) =>
    read(payloads.takeMany, { document: 'useCase', edits: [edit], ...changed });

  it('take changes that fit their document, of up to 25 issues, each once', () => {
    expect(taking({})).toEqual({ document: 'useCase', edits: [edit] });
    expect(taking({ document: 'document' })).toBeUndefined();
    expect(taking({ document: 'score' })).toBeUndefined();
    expect(taking({ edits: [] })).toBeUndefined();
    expect(taking({ edits: [edit, edit] })).toBeUndefined();
    const many = Array.from({ length: 26 }, (_, index) => ({ ...edit, issue: String(index + 1) }));
    expect(taking({ edits: many.slice(1) })).toBeDefined();
    expect(taking({ edits: many })).toBeUndefined();
    const answer = { input: 'reach', base: null, next: { low: 1, likely: 2, high: 3 } };
    const rating = { document: 'rating', edits: [{ ...edit, changes: [answer] }] };
    expect(read(payloads.takeMany, rating)).toEqual(rating);
  });

  it('settle what was read back', () => {
    const issue = { issue: '10001', opId: 'operation-1', fields: ['who'], remembered: ['x'] };
    const settled = { document: 'useCase', issues: [issue] };
    expect(read(payloads.settleMany, settled)).toEqual(settled);
    expect(read(payloads.settleMany, { ...settled, issues: [issue, issue] })).toBeUndefined();
    expect(
      read(payloads.settleMany, { ...settled, issues: [{ ...issue, fields: [7] }] }),
    ).toBeUndefined();
  });

  it('withdraw an operation on one of an issue’s documents or of the project’s', () => {
    const onIssue = { issue: '10001', document: 'rating', opId: 'operation-1' };
    const onProject = { issue: null, document: 'reach', opId: 'operation-1' };
    expect(read(payloads.withdraw, onIssue)).toEqual(onIssue);
    expect(read(payloads.withdraw, onProject)).toEqual(onProject);
    expect(read(payloads.withdraw, { ...onIssue, document: 'settings' })).toBeUndefined();
    expect(read(payloads.withdraw, { ...onProject, document: 'useCase' })).toBeUndefined();
    const removal = { ...onIssue, seen: '0123456789abcdef' };
    expect(read(payloads.removeRecord, removal)).toEqual(removal);
    expect(read(payloads.removeRecord, onIssue)).toBeUndefined();
  });
});
