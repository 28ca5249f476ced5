import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { contextFor, modulesAt, type Place } from '../forge/context';
import type { Functions } from '../forge/functions';
import type { Manifest } from '../forge/manifest';
import { issueAnswer } from '../jira/answers';
import { holds, visibleIssue, visibleProject, type Identity } from '../jira/permissions';
import type { JiraRest } from '../jira/rest';
import type { Person, State } from '../jira/state';
import type { Store } from '../jira/store';
import { createControlRoutes, type Controls } from './control';
import { createPlatformScripts, frameAttributes, framePath } from './frames';
import { hostPage, type HostAssets } from './host-page';

type Site = {
  readonly manifest: Manifest;
  readonly store: Store;
  readonly rest: JiraRest;
  readonly functions: Functions;
  readonly controls: Controls;
  readonly assets: HostAssets;
  readonly origin: () => string;
  readonly frameOrigin: () => string;
};

const invocation = v.object({
  functionKey: v.string(),
  payload: v.optional(v.unknown()),
  moduleKey: v.string(),
  place: v.union([
    v.object({ type: v.literal('jira:issueContext'), issueId: v.string() }),
    v.object({ type: v.literal('jira:projectSettingsPage'), projectId: v.string() }),
  ]),
});

/** The site: Jira's pages, Jira REST, and the platform's side of the bridge. */
export function createSite(site: Site): Hono {
  const { manifest, store, rest, assets } = site;
  const app = new Hono();
  app.all('/rest/*', (request) => {
    const person = personOf(request, store.state());
    const framed = request.req.header('x-local-via') === 'frame';
    const identity: Identity = {
      accountId: person.accountId,
      via: framed ? 'frame' : 'client',
      scopes: framed ? manifest.permissions.scopes : null,
    };
    const underway = Number(request.req.header('x-local-underway') ?? 0);
    return rest.fetch(request.req.raw, identity, underway);
  });
  app.route('/local', createControlRoutes(site));
  app.get('/local/session', (request) =>
    request.json(session(site, personOf(request, store.state()))),
  );
  app.get('/local/issue/:key', (request) =>
    request.json(issuePage(site, personOf(request, store.state()), request.req.param('key'))),
  );
  app.get('/local/project/:key', (request) =>
    request.json(projectPage(site, personOf(request, store.state()), request.req.param('key'))),
  );
  app.route('/platform', createPlatformScripts(assets.bridgeScript));
  app.post('/platform/invoke', async (request) => {
    const asked = v.parse(invocation, await request.req.json());
    const result = await invoke(site, personOf(request, store.state()), asked);
    return request.json(result);
  });
  app.get('/host/host.js', (request) =>
    request.body(assets.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/host/host.css', (request) =>
    request.body(assets.style, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/host/themes.json', (request) => request.json(assets.themes));
  app.get('*', (request) => request.html(hostPage));
  app.onError((error, request) => request.json({ error: error.message }, 500));
  return app;
}

/** Who asks: a role of the person switch or an account id, in a header; the editor if none is named. */
function personOf(request: Context, state: State): Person {
  const asked = request.req.header('x-local-person') ?? 'editor';
  const person = state.people.find(({ role, accountId }) => role === asked || accountId === asked);
  if (person === undefined) throw new Error(`Nobody here is called "${asked}".`);
  return person;
}

function session({ store, frameOrigin }: Site, person: Person): object {
  const state = store.state();
  return {
    site: state.site,
    person,
    people: state.people.filter(({ role }) => role !== 'other'),
    frameOrigin: frameOrigin(),
    frameAttributes,
    projects: Object.values(state.projects)
      .filter((project) => holds(project, person.accountId, 'BROWSE_PROJECTS'))
      .map(({ id, key, name, typeKey }) => ({ id, key, name, typeKey })),
  };
}

function issuePage(site: Site, person: Person, key: string): object {
  const { manifest, store, origin } = site;
  const state = store.state();
  const issue = visibleIssue(state, person.accountId, key);
  if (issue === undefined) return { found: false };
  const fields = { fields: ['*all'], properties: [] };
  const shown = (id: string): object => {
    const other = state.issues[id];
    return other ? issueAnswer(origin(), state, other, fields) : {};
  };
  const place: Place = { type: 'jira:issueContext', issueId: issue.id };
  return {
    found: true,
    issue: { ...shown(issue.id), points: issue.points, paragraphs: issue.description },
    children: Object.values(state.issues)
      .filter(({ parentId }) => parentId === issue.id)
      .map(({ id }) => shown(id)),
    modules: modulesAt(manifest, state, place).map((module) =>
      surface(site, person, place, module),
    ),
  };
}

function projectPage(site: Site, person: Person, key: string): object {
  const { manifest, store, origin } = site;
  const state = store.state();
  const project = visibleProject(state, person.accountId, key);
  if (project === undefined) return { found: false };
  const place: Place = { type: 'jira:projectSettingsPage', projectId: project.id };
  const mayAdminister = holds(project, person.accountId, 'ADMINISTER_PROJECTS');
  return {
    found: true,
    project: { id: project.id, key: project.key, name: project.name, typeKey: project.typeKey },
    mayAdminister,
    issues: Object.values(state.issues)
      .filter(({ projectId }) => projectId === project.id)
      .map((issue) => issueAnswer(origin(), state, issue, { fields: ['*all'], properties: [] })),
    modules: modulesAt(manifest, state, place).map((module) =>
      surface(site, person, place, module),
    ),
  };
}

function surface(
  { store, origin }: Site,
  person: Person,
  place: Place,
  module: {
    readonly key: string;
    readonly title: string;
    readonly label?: string | undefined;
    readonly resource: string;
  },
): object {
  const options = { siteUrl: origin(), accountId: person.accountId, place, moduleKey: module.key };
  return {
    key: module.key,
    title: module.title,
    label: module.label,
    resource: module.resource,
    path: framePath(module.resource),
    place,
    context: contextFor(store.state(), options),
  };
}

async function invoke(
  { manifest, store, functions, origin }: Site,
  person: Person,
  asked: v.InferOutput<typeof invocation>,
): Promise<object> {
  const module = manifest.modules[asked.place.type].find(({ key }) => key === asked.moduleKey);
  const context = contextFor(store.state(), {
    siteUrl: origin(),
    accountId: person.accountId,
    place: asked.place,
    moduleKey: asked.moduleKey,
  });
  if (module === undefined) return { error: `No module "${asked.moduleKey}" in manifest.yml.` };
  try {
    const body = await functions.invokeResolver({
      functionKey: asked.functionKey,
      resolverFunction: module.resolver.function,
      payload: asked.payload,
      // An issue that was deleted meanwhile still gave the frame its context; so it does here.
      context: context ?? deletedContext(asked, person),
      accountId: person.accountId,
    });
    return { body };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: `There was an error invoking the function - ${message}` };
  }
}

function deletedContext(
  { place, moduleKey }: v.InferOutput<typeof invocation>,
  person: Person,
): Record<string, unknown> {
  const issue = place.type === 'jira:issueContext' ? { issue: { id: place.issueId } } : {};
  return {
    accountId: person.accountId,
    moduleKey,
    extension: { type: place.type, ...issue, project: { id: '0' } },
  };
}
