import { Hono } from 'hono';
import * as v from 'valibot';
import type { JiraRest } from '../jira/rest';
import type { Store } from '../jira/store';

/** What a person or a test may turn on local Jira itself. */
export type Controls = { taskDelaySeconds: number };

const grant = v.object({
  project: v.string(),
  permission: v.picklist([
    'BROWSE_PROJECTS',
    'EDIT_ISSUES',
    'DELETE_ISSUES',
    'ADMINISTER_PROJECTS',
  ]),
  accountId: v.string(),
  held: v.boolean(),
});

const fault = v.object({
  operationId: v.string(),
  when: v.picklist(['before', 'after']),
  status: v.picklist([409, 429, 500, 503]),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  times: v.optional(v.number(), 1),
});

/** The switches of local Jira that no real Jira has: delay, faults, permissions and the request log. */
export function createControlRoutes(world: {
  readonly store: Store;
  readonly rest: JiraRest;
  readonly controls: Controls;
}): Hono {
  const { store, rest, controls } = world;
  const routes = new Hono();
  routes.get('/requests', (request) => request.json(rest.log.all()));
  routes.delete('/requests', (request) => {
    rest.log.clear();
    return request.body(null, 204);
  });
  routes.get('/controls', (request) => request.json(controls));
  routes.put('/controls', async (request) => {
    const { taskDelaySeconds } = v.parse(
      v.object({ taskDelaySeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(600)) }),
      await request.req.json(),
    );
    controls.taskDelaySeconds = taskDelaySeconds;
    return request.json(controls);
  });
  routes.post('/faults', async (request) => {
    rest.faults.inject(v.parse(fault, await request.req.json()));
    return request.body(null, 204);
  });
  routes.put('/grants', async (request) => {
    const asked = v.parse(grant, await request.req.json());
    const project = Object.values(store.state().projects).find(({ key }) => key === asked.project);
    if (project === undefined) return request.text(`No project "${asked.project}".`, 404);
    const others = project.grants[asked.permission].filter((id) => id !== asked.accountId);
    const accountIds = asked.held ? [...others, asked.accountId] : others;
    store.commit({ op: 'grant', projectId: project.id, permission: asked.permission, accountIds });
    return request.body(null, 204);
  });
  return routes;
}
