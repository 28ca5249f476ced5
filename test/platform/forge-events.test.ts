import type { Json } from '../../src/domain/use-case/json';
import { startLab, toldTo, type Lab } from '../builders/lab';

let lab: Lab;

beforeAll(async () => {
  lab = await startLab();
}, 60_000);

afterAll(async () => {
  await lab.close();
});

const send = (method: string, path: string, body?: Json) =>
  lab.local.as('editor', null)(`/rest/api/3${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

const words: Json = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A word' }] }],
};

const newIssue = (summary: string): Json => ({
  fields: { project: { key: 'CDP' }, issuetype: { name: 'Task' }, summary },
});

const minute = 60_000;

describe('triggers', () => {
  const eventsTold = async (count: number) => {
    const before = (await lab.ended('on-issue', 0)).length;
    return async () => {
      const calls = await lab.ended('on-issue', before + count);
      return calls.slice(before).map(toldTo);
    };
  };

  it('hear of an issue that is made, changed, assigned, spoken of, linked and deleted', async () => {
    const told = await eventsTold(7);
    const made = await send('POST', '/issue', newIssue('Heard of'));
    const { id, key } = (await made.json()) as { id: string; key: string };
    await send('PUT', `/issue/${key}`, { fields: { summary: 'Heard of again' } });
    await send('PUT', `/issue/${key}/assignee`, {
      accountId: lab.local.person('editor').accountId,
    });
    await send('PUT', `/issue/${key}`, {
      update: { comment: [{ add: { body: words } }] },
    });
    await send('POST', '/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key },
      outwardIssue: { key: 'CDP-14' },
    });
    await send('DELETE', `/issue/${key}`);
    expect((await lab.ended('on-issue', 0)).length).toBe(0);
    lab.timers.advance(minute);
    const events = await told();
    expect(events.map(({ eventType }) => eventType).sort()).toEqual(
      [
        'avi:jira:assigned:issue',
        'avi:jira:commented:issue',
        'avi:jira:created:issue',
        'avi:jira:created:issuelink',
        'avi:jira:deleted:issue',
        'avi:jira:updated:issue',
        'avi:jira:updated:issue',
      ].sort(),
    );
    const updated = events.find(({ eventType }) => eventType === 'avi:jira:updated:issue');
    expect(updated).toMatchObject({
      selfGenerated: false,
      atlassianId: lab.local.person('editor').accountId,
      issue: { id, key, fields: { issuetype: { name: 'Task' }, project: { key: 'CDP' } } },
      changelog: { items: [expect.objectContaining({ field: expect.any(String) as string })] },
    });
  });

  it('hear of a property, a comment and a link that go', async () => {
    const told = await eventsTold(3);
    const properties = (await lab.ended('on-property', 0)).length;
    const said = await send('POST', '/issue/CDP-22/comment', { body: words });
    const { id } = (await said.json()) as { id: string };
    await send('DELETE', `/issue/CDP-22/comment/${id}`);
    await send('DELETE', `/issueLink/${Object.keys(lab.local.store.state().links)[0] ?? ''}`);
    await send('PUT', '/issue/CDP-22/properties/lab', 1);
    await send('DELETE', '/issue/CDP-22/properties/lab');
    lab.timers.advance(minute);
    expect((await told()).map(({ eventType }) => eventType).sort()).toEqual([
      'avi:jira:commented:issue',
      'avi:jira:deleted:comment',
      'avi:jira:deleted:issuelink',
    ]);
    const ofProperty = (await lab.ended('on-property', properties + 2)).slice(properties);
    expect(
      ofProperty
        .map(toldTo)
        .map(({ eventType }) => eventType)
        .sort(),
    ).toEqual(['avi:jira:deleted:issue-property', 'avi:jira:set:issue-property']);
  });

  it('hear of their own changes as their own, unless they ignore them', async () => {
    const before = (await lab.ended('on-property', 0)).length;
    expect(await lab.invoke('setProperty', { key: 'CDP-20', value: { stage: 'run' } })).toBe(201);
    await send('PUT', '/issue/CDP-20/properties/lab', { stage: 'walk' });
    lab.timers.advance(minute);
    const calls = await lab.ended('on-property', before + 1);
    expect(calls.slice(before).map(toldTo)).toEqual([
      expect.objectContaining({
        eventType: 'avi:jira:set:issue-property',
        selfGenerated: false,
        property: { key: 'lab' },
      }),
    ]);
    const own = lab.runtime.activity.events().find(({ selfGenerated }) => selfGenerated);
    expect(own?.deliveries).toEqual([{ trigger: 'others-only', fate: 'ignored as its own' }]);
  });

  it('are told only what their filter lets through, with the properties they asked for', async () => {
    await send('PUT', '/issue/CDP-20/properties/lab', { stage: 'walk', score: { value: 3 } });
    await send('PUT', '/issue/CDP-21', { fields: { summary: 'Not walking' } });
    await send('PUT', '/issue/CDP-20', { fields: { summary: 'Walking' } });
    lab.timers.advance(minute);
    const [walking] = (await lab.ended('on-walking', 1)).map(toldTo);
    expect(walking).toMatchObject({
      issue: { key: 'CDP-20' },
      payloadIncludeProperties: {
        "issue.properties['lab'].stage": 'walk',
        "issue.properties['lab'].score": null,
      },
    });
    const fates = lab.runtime.activity
      .events()
      .flatMap(({ issueKey, deliveries }) =>
        deliveries.map(({ trigger, fate }) => [issueKey, trigger, fate]),
      );
    expect(fates).toContainEqual(['CDP-21', 'walking-only', 'filtered']);
  });

  it('are called again when they ask for it, up to the times they ask', async () => {
    const before = (await lab.ended('on-issue', 0)).length;
    await send('POST', '/issue', newIssue('Try again'));
    lab.timers.advance(minute);
    await lab.ended('on-issue', before + 1);
    lab.timers.advance(30_000);
    await lab.ended('on-issue', before + 2);
    lab.timers.advance(30_000);
    const calls = (await lab.ended('on-issue', before + 3)).slice(before);
    expect(calls.map(({ outcome }) => outcome)).toEqual(['retry', 'retry', 'ok']);
    expect(calls.map(toldTo).map(({ retryContext }) => retryContext)).toEqual([
      undefined,
      { retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { seen: 0 } },
      { retryCount: 2, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { seen: 1 } },
    ]);
  });
});

describe('schedules', () => {
  it('run at their turn, and now when asked', async () => {
    const turns = () => lab.ended('hourly', 0).then(({ length }) => length);
    const before = await turns();
    const [schedule] = lab.runtime.schedules.list();
    expect(schedule).toMatchObject({ key: 'every-hour', interval: 'hour' });
    lab.timers.advance((schedule?.nextAt ?? 0) - lab.timers.now());
    await lab.ended('hourly', before + 1);
    lab.timers.advance(60 * minute);
    const calls = await lab.ended('hourly', before + 2);
    expect(calls.map(toldTo).at(-1)).toMatchObject({
      context: { moduleKey: 'every-hour' },
    });
    expect(await lab.runtime.schedules.runNow('every-hour')).toBe(true);
    expect(await turns()).toBe(before + 3);
    expect(await lab.runtime.schedules.runNow('nothing')).toBe(false);
  });
});

describe('queues', () => {
  const push = async (events: Json): Promise<string> => {
    const { jobId } = (await lab.invoke('push', { events })) as { jobId: string };
    return jobId;
  };
  const states = (jobId: string) =>
    lab.runtime.queues
      .events()
      .filter((event) => event.jobId === jobId)
      .map(({ state }) => state);

  it('hand events to their consumer after their delay', async () => {
    const before = (await lab.ended('worker', 0)).length;
    const jobId = await push([{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 90 }]);
    lab.timers.advance(0);
    await lab.ended('worker', before + 1);
    expect(await lab.invoke('stats', { jobId })).toEqual({ success: 1, inProgress: 1, failed: 0 });
    lab.timers.advance(90_000);
    const calls = (await lab.ended('worker', before + 2)).slice(before);
    expect(calls.map(toldTo)).toEqual([
      expect.objectContaining({ queueName: 'work', jobId, body: { n: 1 } }),
      expect.objectContaining({ body: { n: 2 }, delayInSeconds: 90 }),
    ]);
    expect(await lab.invoke('stats', { jobId })).toEqual({ success: 2, inProgress: 0, failed: 0 });
  });

  it('try again when the consumer asks for it or breaks', async () => {
    const before = (await lab.ended('worker', 0)).length;
    await push([{ body: { again: true } }]);
    lab.timers.advance(0);
    await lab.ended('worker', before + 1);
    lab.timers.advance(minute);
    const asked = (await lab.ended('worker', before + 2)).slice(before);
    expect(asked.map(toldTo)[1]).toMatchObject({
      retryContext: {
        retryCount: 1,
        retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
        retryData: { left: 1 },
      },
    });
    const jobId = await push([{ body: { break: true } }]);
    lab.timers.advance(0);
    await lab.ended('worker', before + 3);
    lab.timers.advance(minute);
    await lab.ended('worker', before + 4);
    expect(states(jobId)).toEqual(['done']);
  });

  it('end a consumer past the seconds that its function declares', async () => {
    const before = (await lab.ended('worker', 0)).length;
    const jobId = await push([{ body: { sleep: true } }]);
    lab.timers.advance(0);
    await lab.turn();
    lab.timers.advance(119_000);
    expect(states(jobId)).toEqual(['running']);
    lab.timers.advance(1_000);
    const [slow] = (await lab.ended('worker', before + 1)).slice(before);
    expect([slow?.outcome, slow?.error]).toEqual([
      'timeout',
      'Function timed out after 120 seconds.',
    ]);
    expect(states(jobId)).toEqual(['waiting']);
    await lab.invoke('cancel', { jobId });
  });

  it('end a consumer that declares nothing after 55 seconds', async () => {
    const { jobId } = (await lab.invoke('pushSlow', {})) as { jobId: string };
    lab.timers.advance(0);
    await lab.turn();
    lab.timers.advance(54_000);
    expect(states(jobId)).toEqual(['running']);
    lab.timers.advance(1_000);
    const [slow] = await lab.ended('sleeper', 1);
    expect([slow?.outcome, slow?.error]).toEqual([
      'timeout',
      'Function timed out after 55 seconds.',
    ]);
    await lab.invoke('cancelSlow', { jobId });
  });

  it('cancel what has not begun', async () => {
    const jobId = await push([{ body: { n: 3 }, delayInSeconds: 600 }]);
    await lab.invoke('cancel', { jobId });
    lab.timers.advance(600_000);
    expect(states(jobId)).toEqual(['cancelled']);
  });

  it.each([
    ['more events than a push takes', Array.from({ length: 51 }, () => ({ body: {} })), '50'],
    ['more bytes than a push takes', [{ body: { text: 'x'.repeat(201 * 1024) } }], '200'],
    ['a delay past fifteen minutes', [{ body: {}, delayInSeconds: 901 }], 'delayInSeconds'],
  ])('refuse %s', async (_name, events, message) => {
    await expect(lab.invoke('push', { events })).rejects.toThrow(message);
  });

  it('refuse more than 500 events in a minute', async () => {
    lab.timers.advance(minute);
    const many = Array.from({ length: 50 }, () => ({ body: {}, delayInSeconds: 900 }));
    for (let pushes = 0; pushes < 10; pushes += 1) await push(many);
    await expect(push([{ body: {} }])).rejects.toThrow(/too many/iu);
  });
});
