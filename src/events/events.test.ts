import { idleClock } from '../../test/builders/idle-clock';
import { memoryDocuments } from '../adapters/memory/documents';
import { memoryWriteLocks } from '../adapters/memory/write-locks';
import { takenBy, type WriteLock } from '../domain/document/write-lock';
import { documentKindOf } from '../domain/document-kinds';
import { followUp, issueDeleted, sweep } from '.';

const place = { entity: 'issue', id: '1', key: 'northstarUseCase' } as const;
const hour = 3_600_000;

/** An edit whose function broke off after it had taken the lock. */
const aWorld = async () => {
  const clock = idleClock(undefined, 24 * hour);
  const documents = memoryDocuments();
  const locks = { ...memoryWriteLocks() };
  const at = new Date(clock.now()).toISOString();
  const intent = {
    does: 'change',
    changes: [{ field: 'who', base: '', next: 'shoppers' }],
  } as const;
  const operation = { op: 'operation-1', by: 'mira', at, intent };
  const next = takenBy(undefined, operation, { head: undefined, now: clock.now() });
  await locks.put([{ place, seen: undefined, next }]);
  const ports = { documents, locks, clock, kindOf: documentKindOf };
  const lock = async (): Promise<WriteLock | undefined> => {
    const found = await locks.get(place);
    return found.ok ? found.value : undefined;
  };
  const record = () => documents.stored.get('issue:1:northstarUseCase');
  return { clock, documents, locks, ports, lock, record };
};

const event = (body: object) => ({ body }) as Parameters<ReturnType<typeof followUp>>[0];

describe('what the app does when nobody is there', () => {
  it('completes a write that broke off when its event comes, and drops the values', async () => {
    const { ports, clock, record, lock } = await aWorld();
    await clock.wait(hour / 4);
    expect(await followUp(ports)(event({ places: [place] }))).toBeUndefined();
    expect(record()).toMatchObject({
      who: 'shoppers',
      changes: [{ op: 'operation-1', by: 'mira' }],
    });
    expect(await lock()).toMatchObject({
      state: 'settled',
      operations: [{ op: 'operation-1', landed: true, intent: undefined }],
    });
  });

  it('asks to be sent again where Jira does not answer', async () => {
    const { ports, clock, documents } = await aWorld();
    await clock.wait(hour / 4);
    documents.read = () => Promise.resolve({ ok: false, error: { problem: 'no-answer' } });
    const answer = await followUp(ports)(event({ places: [place] }));
    expect(answer).toMatchObject({ retryOptions: { retryAfter: 300 } });
  });

  it.each([[{}], [{ places: [{ entity: 'board', id: '1', key: 'x' }] }], [{ places: 'all' }]])(
    'leaves an event alone that it does not understand: %j',
    async (body) => {
      const { ports, record } = await aWorld();
      expect(await followUp(ports)(event(body))).toBeUndefined();
      expect(record()).toBeUndefined();
    },
  );

  it('touches no property that is not one of its documents', async () => {
    const { ports, documents } = await aWorld();
    const other = { entity: 'issue', id: '1', key: 'somebody.elses' };
    await followUp(ports)(event({ places: [other] }));
    expect(documents.calls).toEqual({ reads: 0, writes: 0 });
  });

  it('leaves a write alone that may still be at work', async () => {
    const { ports, clock, record, lock } = await aWorld();
    await clock.wait(20_000);
    await sweep(ports)();
    expect(record()).toBeUndefined();
    expect(await lock()).toMatchObject({ state: 'intended' });
  });

  it('sweeps up, every hour, what no event came for', async () => {
    const { ports, clock, record, lock } = await aWorld();
    await clock.wait(hour);
    await sweep(ports)();
    expect(record()).toMatchObject({ who: 'shoppers' });
    expect(await lock()).toMatchObject({ state: 'settled' });
  });

  it('forgets the locks of a deleted issue, and no other', async () => {
    const { ports, locks, lock } = await aWorld();
    const other = { ...place, id: '11' };
    const next = { ...(await lock()), rev: 1 } as WriteLock;
    await locks.put([{ place: other, seen: undefined, next }]);
    await issueDeleted(ports)({ issue: { id: '1' } });
    expect(await lock()).toBeUndefined();
    expect(await locks.get(other)).toEqual({ ok: true, value: next });
    await issueDeleted(ports)({ nothing: true });
    locks.remove = () => Promise.resolve({ ok: false, error: { problem: 'no-answer' } });
    const answer = await issueDeleted(ports)({ issue: { id: '11' } });
    expect(answer).toMatchObject({ retryOptions: { retryAfter: 300 } });
  });
});
