import { startLab, type Lab } from '../builders/lab';

let lab: Lab;

beforeAll(async () => {
  lab = await startLab();
}, 60_000);

afterAll(async () => {
  await lab.close();
});

const minute = 60_000;

describe('resolvers', () => {
  it('are called with payload and person', async () => {
    expect(await lab.invoke('echo', { a: 1 })).toEqual({
      payload: { a: 1 },
      accountId: lab.local.person('editor').accountId,
    });
  });

  it('act as the user and as the app', async () => {
    expect(await lab.invoke('whoAmI')).toEqual([
      { displayName: 'Mira Vos', accountType: 'atlassian' },
      { displayName: 'Northstar', accountType: 'app' },
    ]);
  });

  it.each([
    ['that throw', 'fail', undefined, 'It broke.'],
    ['that are not there', 'nowhere', undefined, "Resolver has no definition for 'nowhere'."],
    ['whose request is too large', 'echo', 'x'.repeat(500_000), 'Request payload is larger than'],
    ['whose answer is too large', 'large', { length: 5_000_001 }, 'Response payload is larger'],
    ['that leave the platform', 'egress', undefined, 'Egress is not declared'],
  ])('%s are refused', async (_name, functionKey, payload, message) => {
    await expect(lab.invoke(functionKey, payload)).rejects.toThrow(message);
  });

  it('take and give as much as Forge allows', async () => {
    await expect(lab.invoke('echo', 'x'.repeat(499_998))).resolves.toBeDefined();
    await expect(lab.invoke('large', { length: 4_999_998 })).resolves.toHaveLength(4_999_998);
  });

  it('are ended after 25 seconds, and take no other call with them', async () => {
    const endless = lab.invoke('sleepForever');
    const ended = expect(endless).rejects.toThrow('Function timed out after 25 seconds.');
    await expect(lab.invoke('echo', 1)).resolves.toBeDefined();
    lab.timers.advance(25_000);
    await ended;
    await expect(lab.invoke('echo', 2)).resolves.toBeDefined();
  });

  it('that break after their answer take nobody with them', async () => {
    expect(await lab.invoke('breakLater')).toBe('answered');
    await lab.wait(60);
    await expect(lab.invoke('echo', 1)).resolves.toBeDefined();
  });

  it('that ask after their answer are not answered in another person’s name', async () => {
    const asked = () =>
      lab.local.rest.log.all().filter(({ operationId }) => operationId === 'getFields');
    expect(await lab.invoke('askLater')).toBe('answered');
    const endless = lab.invoke('sleepForever');
    await lab.wait(60);
    expect(asked()).toEqual([]);
    lab.timers.advance(25_000);
    await expect(endless).rejects.toThrow('timed out');
  });

  it('that end their process are seen to have ended', async () => {
    await expect(lab.invoke('exit')).rejects.toThrow('process ended');
    await expect(lab.invoke('echo', 1)).resolves.toBeDefined();
  });

  it('that ask for what is no address are answered', async () => {
    expect(await lab.invoke('oddPath')).toBe(404);
  });

  it('are refused past 1,200 calls a minute of one person, until the minute is over', async () => {
    const refused = new Error('Rate limit exceeded.');
    lab.timers.advance(minute);
    for (let call = 0; call < 1_200; call += 1) {
      if (call % 250 === 0) lab.timers.advance(1_001);
      await lab.invoke('echo', call);
    }
    await expect(lab.invoke('echo')).rejects.toThrow(refused);
    lab.timers.advance(minute);
    await expect(lab.invoke('echo')).resolves.toBeDefined();
  }, 60_000);
});

describe('storage', () => {
  it.each([
    [
      'plain values',
      'plain',
      {
        before: 'nothing',
        after: { name: 'Mine' },
        told: { key: 'view:1', value: { name: 'Mine' }, createdAt: expect.any(Number) as number },
        gone: 'nothing',
      },
    ],
    [
      'policies of keys',
      'policies',
      {
        twice: 'KEY_CONFLICT',
        previous: { key: 'once', value: 1 },
        latest: { key: 'once', value: 4 },
      },
    ],
    ['secrets', 'secrets', { secret: 'hidden', plain: 'nothing', gone: 'nothing' }],
    ['queries by key, page by page', 'keys', [['view:a', 'view:b'], ['view:c']]],
    [
      'entities by index, range and filter',
      'entities',
      {
        inTeam: ['d', 'b'],
        filtered: ['a', 'c'],
        one: { issue: 'b', team: 'data', points: 8 },
        gone: 'nothing',
      },
    ],
    [
      'transactions with conditions, all or nothing',
      'transactions',
      {
        lost: 'CONDITIONAL_CHECK_FAILED',
        afterLost: [{ issue: 'a', team: 'data', points: 3 }, 'nothing'],
        won: { issue: 'a', team: 'data', points: 4 },
        plain: 1,
        gone: 'nothing',
      },
    ],
    [
      'batches, each item for itself',
      'batches',
      {
        set: {
          successfulKeys: [{ key: 'x' }],
          failedKeys: [
            { key: '', error: { code: 'KEY_TOO_SHORT', message: expect.any(String) as string } },
          ],
        },
        got: {
          successfulKeys: [expect.objectContaining({ key: 'x', value: 1 }) as object],
          failedKeys: [expect.objectContaining({ key: 'y' }) as object],
        },
        gone: { successfulKeys: [{ key: 'x' }], failedKeys: [] },
      },
    ],
    [
      'limits',
      'limits',
      {
        key: 'KEY_TOO_LONG',
        characters: 'INVALID_KEY',
        empty: 'KEY_TOO_SHORT',
        size: 'MAX_SIZE',
        depth: 'MAX_DEPTH',
        type: 'INVALID_ATTRIBUTE',
        entity: 'INVALID_ENTITY',
      },
    ],
  ])('keeps %s', async (_name, call, expected) => {
    expect(await lab.invoke('storage', { call })).toEqual(expected);
  });

  it('forgets what expires', async () => {
    expect(await lab.invoke('storage', { call: 'expiring' })).toBe(1);
    lab.timers.advance(59 * minute);
    expect(await lab.invoke('storage', { call: 'expired' })).toBe(1);
    lab.timers.advance(minute);
    expect(await lab.invoke('storage', { call: 'expired' })).toBe('nothing');
  });
});
