import { Hono } from 'hono';
import * as v from 'valibot';
import { modulesNotActedOn } from '../forge/manifest';
import type { ForgeRuntime } from '../forge/runtime';
import type { SiteTimers } from '../forge/timers';
import { faultAnswers, faultMoments } from '../jira/faults';
import { holdersOf } from '../jira/permissions';
import type { JiraRest } from '../jira/rest';
import { projectPermissions, type Permission } from '../jira/state';
import type { Store } from '../jira/store';

/** What a person or a test may turn on local Jira itself, each in seconds. */
export type Controls = {
  /** How long each answer of REST and of the app's functions is on its way. */
  answerDelaySeconds: number;
  /** How long a write in bulk waits for its turn. */
  taskDelaySeconds: number;
  /** How long after a write JQL knows of it. */
  indexLagSeconds: number;
  /** How long after a change the app's triggers hear of it. */
  eventDelaySeconds: number;
  /** How long after a write queries of the app's storage know of it. */
  storageLagSeconds: number;
};

const seconds = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(600)));
const controlsSchema = v.object({
  answerDelaySeconds: seconds,
  taskDelaySeconds: seconds,
  indexLagSeconds: seconds,
  eventDelaySeconds: seconds,
  storageLagSeconds: seconds,
});

const grant = v.object({
  project: v.string(),
  permission: v.picklist(Object.keys(projectPermissions) as Permission[]),
  accountId: v.string(),
  held: v.boolean(),
});

const fault = v.object({
  operationId: v.string(),
  when: v.picklist(faultMoments),
  status: v.optional(v.picklist(faultAnswers), 503),
  seconds: v.optional(v.number(), 0),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  times: v.optional(v.number(), 1),
});

/** A site far away and busy: what a page looks like while it waits. */
export const slowControls: Controls = {
  answerDelaySeconds: 0.8,
  taskDelaySeconds: 2,
  indexLagSeconds: 5,
  eventDelaySeconds: 2,
  storageLagSeconds: 10,
};

/** A site next door. Queries of the app's storage lag there, too: Forge promises no less. */
export const quickControls: Controls = {
  answerDelaySeconds: 0,
  taskDelaySeconds: 0,
  indexLagSeconds: 0,
  eventDelaySeconds: 0,
  storageLagSeconds: 5,
};

/** The switches of local Jira that no real Jira has, and a look at what it did. */
export function createControlRoutes(world: {
  readonly store: Store;
  readonly rest: JiraRest;
  readonly runtime: ForgeRuntime;
  readonly controls: Controls;
  readonly timers: SiteTimers;
  readonly root: string;
}): Hono {
  const { store, rest, runtime, controls, timers, root } = world;
  const routes = new Hono();
  routes.get('/requests', (request) => request.json(rest.log.all()));
  routes.delete('/requests', (request) => {
    rest.log.clear();
    return request.body(null, 204);
  });
  routes.get('/activity', (request) =>
    request.json({
      invocations: runtime.activity.invocations(),
      events: runtime.activity.events(),
      queued: runtime.queues.events(),
      schedules: runtime.schedules.list(),
      notActedOn: modulesNotActedOn(root),
    }),
  );
  routes.post('/schedules/:key/run', async (request) => {
    const key = request.req.param('key');
    if (await runtime.schedules.runNow(key)) return request.body(null, 204);
    return request.text(`No scheduled trigger "${key}" in manifest.yml.`, 404);
  });
  routes.get('/controls', (request) => request.json(controls));
  routes.put('/controls', async (request) => {
    const asked = v.parse(controlsSchema, await request.req.json());
    for (const name of Object.keys(controls) as (keyof Controls)[]) {
      controls[name] = asked[name] ?? controls[name];
    }
    return request.json(controls);
  });
  routes.get('/clock', (request) => request.json({ ahead: timers.ahead() }));
  routes.post('/clock', async (request) => {
    const asked = v.parse(v.object({ seconds: v.number() }), await request.req.json());
    timers.advance(asked.seconds * 1_000);
    return request.body(null, 204);
  });
  routes.post('/faults', async (request) => {
    rest.faults.inject(v.parse(fault, await request.req.json()));
    return request.body(null, 204);
  });
  routes.put('/grants', async (request) => {
    const asked = v.parse(grant, await request.req.json());
    const project = Object.values(store.state().projects).find(({ key }) => key === asked.project);
    if (project === undefined) return request.text(`No project "${asked.project}".`, 404);
    const { permission, accountId, held } = asked;
    const others = holdersOf(project, permission).filter((id) => id !== accountId);
    const accountIds = held ? [...others, accountId] : others;
    store.commit({ op: 'grant', projectId: project.id, permission, accountIds });
    return request.body(null, 204);
  });
  return routes;
}
