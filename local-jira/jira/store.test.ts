import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { retailer } from '../worlds/retailer';
import { journalStore, type Store } from './store';

const put = (value: number) =>
  ({ op: 'put-issue-property', issueIds: ['20014'], key: 'x', value }) as const;

describe('the journal', () => {
  let folder = '';
  const open = (reset = false): Store =>
    journalStore(folder, { world: 'retailer', reset, seed: retailer });
  const valueIn = (store: Store) => store.state().issueProperties['20014']?.['x'];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('brings every completed write back after a restart', () => {
    const first = open();
    first.commit(put(1));
    first.commit(put(2));
    first.commit({ op: 'delete-issue', issueId: '20015' });
    const second = open();
    expect(valueIn(second)).toBe(2);
    expect(second.state().issues['20015']).toBeUndefined();
  });

  it('forgets a write that was torn by a kill, and nothing else', () => {
    open().commit(put(1));
    appendFileSync(join(folder, 'retailer.2.journal.jsonl'), '[{"op":"put-issue-prop');
    expect(valueIn(open())).toBe(1);
  });

  it('folds the journal into the snapshot on each start', () => {
    open().commit(put(1));
    open();
    expect(readFileSync(join(folder, 'retailer.2.journal.jsonl'), 'utf8')).toBe('');
    expect(valueIn(open())).toBe(1);
  });

  it('begins anew when asked to', () => {
    open().commit(put(1));
    expect(valueIn(open(true))).toBeUndefined();
  });

  it('replays every kind of change', () => {
    const store = open();
    store.commit(put(1));
    store.commit({ op: 'delete-issue-property', issueIds: ['20014'], key: 'x' });
    store.commit({ op: 'put-project-property', projectId: '10000', key: 'y', value: true });
    store.commit({ op: 'grant', projectId: '10000', permission: 'EDIT_ISSUES', accountIds: [] });
    expect(open().state()).toEqual(store.state());
  });
});
