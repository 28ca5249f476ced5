import { aPanel, base, mira, refusing } from '../../../test/builders/a-panel';
import { putRaw, rawOf } from '../../../src/adapters/memory/issue-records';
import type { AccountId, IssueId } from '../../../src/domain/ids';
import { aStoredUseCase } from '../../../test/builders/stored-record';
import { deviceStore } from '../device-store';
import { draftStore } from './drafts';
import { shownValues } from './workspace-state';

describe('the panel', () => {
  it('shows an edit at once, and keeps it when it is saved', async () => {
    const { workspace, settle } = await aPanel();
    const phases: unknown[] = [];
    workspace.subscribe(() => {
      phases.push(workspace.state().saves[0]?.phase, shownValues(workspace.state()).who);
    });
    void workspace.save([base]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(phases.slice(0, 2)).toEqual(['saving', 'shoppers']);
    await settle();
    expect(workspace.state().saves).toEqual([]);
    expect(shownValues(workspace.state()).who).toBe('shoppers');
  });

  it('saves fields of both records, each as an edit of its own', async () => {
    const { workspace, issue, settle } = await aPanel();
    void workspace.save([base, { field: 'goals', base: [], next: ['sell'] }]);
    await settle();
    expect(rawOf(issue, 'useCase')).toMatchObject({ who: 'shoppers' });
    expect(rawOf(issue, 'document')).toMatchObject({ goals: ['sell'] });
  });

  it('sends nothing where nothing changed', async () => {
    const { workspace, issue, settle } = await aPanel();
    void workspace.save([{ field: 'who', base: 'x', next: 'x' }]);
    await settle();
    expect(issue.documents.calls.writes).toBe(0);
  });

  it('has the score made anew where the stage of a rated issue changed', async () => {
    const rating = { schema: 1, rev: 1, answers: {}, changes: [] };
    const { workspace, derived, settle } = await aPanel({ raw: { rating } });
    void workspace.save([base]);
    await settle();
    expect(derived).toEqual([]);
    void workspace.save([{ field: 'stage', base: '', next: 'walk' }]);
    await settle();
    expect(derived).toMatchObject([{ rating, useCase: { stage: 'walk' } }]);
  });

  it('keeps the typed text when a save fails, and saves it on a second try', async () => {
    const { workspace, issue, settle } = await aPanel();
    workspace.keepDraft('who', { text: 'shoppers', base: '' });
    issue.nextLoads = [{ problem: 'no-answer' }];
    void workspace.save([base]);
    await settle();
    expect(workspace.state().saves[0]).toMatchObject({
      phase: 'failed',
      error: { code: 'no-answer' },
    });
    expect(workspace.state().drafts.who?.text).toBe('shoppers');
    workspace.retry(workspace.state().saves[0]?.opId ?? '');
    await settle();
    expect(workspace.state().saves).toEqual([]);
    expect(workspace.state().drafts).toEqual({});
  });

  it('shows a clash, and saves the choice over what the other person wrote', async () => {
    const raw = { useCase: aStoredUseCase({ who: 'old' }), document: undefined };
    const { workspace, issue, settle } = await aPanel({ raw });
    putRaw(issue, 'useCase', aStoredUseCase({ who: 'theirs' }));
    void workspace.save([{ field: 'who', base: 'old', next: 'mine' }]);
    await settle();
    expect(workspace.state().clashes).toEqual([
      { field: 'who', base: 'old', next: 'mine', theirs: 'theirs' },
    ]);
    workspace.settleClash('who', 'both');
    await settle();
    expect(workspace.state().clashes).toEqual([]);
    expect(rawOf(issue, 'useCase')).toMatchObject({ who: 'both' });
  });

  it('lets theirs stand without writing again', async () => {
    const raw = { useCase: aStoredUseCase({ who: 'old' }), document: undefined };
    const { workspace, issue, settle } = await aPanel({ raw });
    putRaw(issue, 'useCase', aStoredUseCase({ who: 'theirs' }));
    void workspace.save([{ field: 'who', base: 'old', next: 'mine' }]);
    await settle();
    workspace.settleClash('who', undefined);
    await settle();
    expect(issue.documents.calls.writes).toBe(0);
    expect(shownValues(workspace.state()).who).toBe('theirs');
  });

  it('offers unsaved text again after a reload, and drops it once the record says the same', async () => {
    const first = await aPanel();
    first.workspace.keepDraft('who', { text: 'half a thought', base: '' });
    first.workspace.keepDraft('why', { text: 'grow', base: '' });
    const raw = { useCase: aStoredUseCase({ why: 'grow' }), document: undefined };
    const { workspace } = await aPanel({ raw }, first.device);
    expect(workspace.state().drafts).toEqual({ who: { text: 'half a thought', base: '' } });
  });

  it('keeps the drafts of other people and issues apart', () => {
    const device = deviceStore('site', refusing);
    draftStore(device, mira, '1' as IssueId).put('who', { text: 'x', base: '' });
    expect(draftStore(device, 'ines' as AccountId, '1' as IssueId).all()).toEqual({});
    expect(draftStore(device, mira, '2' as IssueId).all()).toEqual({});
  });

  it('ignores a draft that something else wrote', () => {
    const device = deviceStore('site', refusing);
    device.write('northstar:draft:mira:1:who', 'not json');
    device.write('northstar:draft:mira:1:stage', '{"text":"fly","base":7}');
    expect(draftStore(device, mira, '1' as IssueId).all()).toEqual({});
  });

  it('tells what others changed since the last look, and nothing on the first', async () => {
    const by = { by: 'ines', at: '2026-11-20T10:00:00.000Z' };
    const raw = { useCase: aStoredUseCase({ who: 'old' }), document: undefined };
    const first = await aPanel({ raw });
    expect(first.workspace.state().news).toEqual([]);
    const changed = aStoredUseCase({ who: 'new' }, by);
    const later = {
      useCase: { ...changed, rev: 2, changes: [{ op: 'x', ...by, rev: 2, fields: ['who'] }] },
      document: undefined,
    };
    const { workspace } = await aPanel({ raw: later }, first.device);
    expect(workspace.state().news).toEqual([{ by: 'ines', at: by.at, fields: ['who'] }]);
    await workspace.loadNames();
    expect(workspace.state().names.get('ines')).toBe('Name of ines');
    const again = await aPanel({ raw: later }, first.device);
    expect(again.workspace.state().news).toEqual([]);
  });

  it.each([
    ['gone', 'gone'],
    ['no-answer', 'no-answer'],
  ] as const)('says why nothing can be shown (%s)', async (problem, code) => {
    const { workspace } = await aPanel({ nextLoads: [{ problem }] });
    expect(workspace.state()).toMatchObject({ phase: 'failed', error: { code } });
  });

  it('keeps what is on the screen while a reload gets no answer', async () => {
    const { workspace, issue } = await aPanel();
    issue.nextLoads = [{ problem: 'no-answer' }];
    await workspace.load();
    expect(workspace.state().phase).toBe('ready');
  });

  it('replaces a damaged record when the viewer says so', async () => {
    const raw = { useCase: { schema: 1, rev: 1, why: 'grow', who: 7 }, document: undefined };
    const { workspace } = await aPanel({ raw });
    expect(workspace.state().records.useCase.state).toBe('damaged');
    await workspace.replace('useCase');
    expect(workspace.state().records.useCase.state).toBe('ready');
    expect(shownValues(workspace.state()).why).toBe('grow');
  });

  it('sends a second edit of a field after the first, so that nobody clashes with themselves', async () => {
    const { workspace, issue, settle } = await aPanel();
    void workspace.save([base]);
    void workspace.save([{ field: 'who', base: 'shoppers', next: 'known shoppers' }]);
    await settle();
    expect(workspace.state().clashes).toEqual([]);
    expect(rawOf(issue, 'useCase')).toMatchObject({ who: 'known shoppers', rev: 2 });
  });

  it('keeps text that was typed while an earlier save of the field was on its way', async () => {
    const { workspace, settle } = await aPanel();
    void workspace.save([base]);
    workspace.keepDraft('who', { text: 'shoppers and more', base: 'shoppers' });
    await settle();
    expect(workspace.state().drafts.who?.text).toBe('shoppers and more');
  });

  it('keeps the text of a save that was refused, however it came in', async () => {
    const { workspace, settle } = await aPanel();
    void workspace.save([{ field: 'why', base: '', next: 'x'.repeat(40_000) }]);
    await settle();
    expect(workspace.state().saves[0]?.error).toMatchObject({ code: 'too-long' });
    expect(workspace.state().drafts.why?.text).toHaveLength(40_000);
  });

  it('tells which fields are on the record when a save has ended', async () => {
    const raw = { useCase: aStoredUseCase({ who: 'theirs' }), document: undefined };
    const { workspace } = await aPanel({ raw });
    const saved = await workspace.save([
      { field: 'who', base: 'before', next: 'mine' },
      { field: 'why', base: '', next: 'grow' },
      { field: 'goals', base: [], next: ['sell'] },
    ]);
    expect(saved).toEqual(['why', 'goals']);
  });

  it('stays blank where an undo finds nothing to undo', async () => {
    const { workspace, settle } = await aPanel();
    void workspace.save([{ field: 'why', base: 'never saved', next: '' }]);
    await settle();
    expect(workspace.state().records.useCase.state).toBe('absent');
  });

  it('does not go back to what a slow load read before a save landed', async () => {
    const { workspace, settle } = await aPanel();
    const load = workspace.load();
    void workspace.save([base]);
    await settle();
    await load;
    expect(shownValues(workspace.state()).who).toBe('shoppers');
  });
});
