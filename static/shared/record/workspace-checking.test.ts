import { aPanel, base, type World } from '../../../test/builders/a-panel';
import { rawOf } from '../../../src/adapters/memory/issue-records';
import { shownValues } from './workspace-state';

describe('a save whose answer was lost', () => {
  /** Writes that stay without an answer, and land when a test says so. */
  const unanswered = (world: World): { readonly land: () => void } => {
    const sent: (() => void)[] = [];
    const { write } = world.issue.documents;
    world.issue.documents.write = (at, value) => {
      sent.push(() => void write(at, value));
      return Promise.resolve({ ok: false, error: { problem: 'no-answer' } });
    };
    return {
      land: () => {
        for (const land of sent) land();
      },
    };
  };

  it('says that it is still checking, keeps the draft, and ends in saved when it landed', async () => {
    const world = await aPanel();
    const { workspace, settle, wait } = world;
    const late = unanswered(world);
    workspace.keepDraft('who', { text: 'shoppers', base: '' });
    const phases = new Set<string>();
    workspace.subscribe(() => {
      for (const save of workspace.state().saves)
        phases.add(`${save.phase}, draft ${workspace.state().drafts.who?.text ?? 'gone'}`);
    });
    void workspace.save([base]);
    await settle();
    expect(phases).toEqual(new Set(['saving, draft shoppers', 'checking, draft shoppers']));
    late.land();
    await wait(10_000);
    expect(workspace.state().saves).toEqual([]);
    expect(workspace.state().drafts).toEqual({});
    expect(shownValues(workspace.state()).who).toBe('shoppers');
  });

  it('says that it is not saved only after it was withdrawn, and keeps the text', async () => {
    const world = await aPanel();
    const { workspace, issue, wait } = world;
    unanswered(world);
    void workspace.save([base]);
    await wait(55_000);
    expect(workspace.state().saves[0]?.phase).toBe('checking');
    await wait(60_000);
    expect(workspace.state().saves[0]).toMatchObject({
      phase: 'failed',
      error: { code: 'withdrawn' },
    });
    expect(workspace.state().drafts.who?.text).toBe('shoppers');
    expect(rawOf(issue, 'useCase')).toBeUndefined();
  });

  it('goes on checking where it cannot be withdrawn, and offers the text at the next visit', async () => {
    const world = await aPanel();
    const { workspace, device, wait, ports } = world;
    unanswered(world);
    void workspace.save([base]);
    await wait(20_000);
    Object.assign(ports.locks, {
      get: () => Promise.resolve({ ok: false, error: { problem: 'no-answer' } }),
    });
    await wait(300_000);
    expect(workspace.state().saves[0]?.phase).toBe('checking');
    const next = await aPanel({}, device);
    expect(next.workspace.state().drafts.who?.text).toBe('shoppers');
  });

  it('does not call lost what a call did that broke off', async () => {
    const world = await aPanel();
    const { workspace, issue, wait } = world;
    const { read } = issue.documents;
    // The function is gone after its write: it never reads back.
    issue.documents.read = (at) =>
      issue.documents.calls.writes > 0 ? new Promise(() => undefined) : read(at);
    void workspace.save([base]);
    await wait(16_000);
    expect(workspace.state().saves[0]?.phase).toBe('checking');
    issue.documents.read = read;
    await wait(10_000);
    expect(workspace.state().saves).toEqual([]);
    expect(shownValues(workspace.state()).who).toBe('shoppers');
  });
});
