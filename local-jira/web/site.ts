import { Hono, type Context, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import type { ForgeRuntime } from '../forge/runtime';
import type { Manifest } from '../forge/manifest';
import type { SiteTimers } from '../forge/timers';
import { Crash, NoAnswer } from '../jira/faults';
import { holds, type Identity } from '../jira/permissions';
import type { JiraRest } from '../jira/rest';
import type { Person, Project } from '../jira/state';
import type { Store } from '../jira/store';
import type { Traffic } from '../jira/traffic';
import { createControlRoutes, type Controls } from './control';
import { createPlatformScripts, frameAttributes } from './frames';
import { hostPage, type HostAssets } from './host-page';
import { personAsking, unauthenticated } from './identity';
import { invocationSchema, invokeResolver } from './invoke';
import { placesOf, surfacesOfIssue, surfacesOfProject } from './surfaces';

export type Site = {
  readonly root: string;
  readonly manifest: Manifest;
  readonly store: Store;
  readonly rest: JiraRest;
  readonly runtime: ForgeRuntime;
  readonly controls: Controls;
  readonly timers: SiteTimers;
  readonly assets: HostAssets;
  readonly origin: () => string;
  readonly frameOrigin: () => string;
  readonly traffic: Traffic | undefined;
};

/** The site: Jira's pages, Jira REST, and the platform's side of the bridge. */
export function createSite(site: Site): Hono {
  const { manifest, store, rest, runtime, assets, origin, traffic, controls } = site;
  const app = new Hono();
  app.use('/rest/*', delayed(controls));
  app.use('/platform/invoke', delayed(controls));
  app.all('/rest/*', (request) => {
    const person = personAsking(request, store.state());
    if (person === undefined) return request.json(unauthenticated, 401);
    const underway = Number(request.req.header('x-local-underway') ?? 0);
    return rest.fetch(request.req.raw, identityOf(request, person, manifest), underway);
  });
  app.route('/local', createControlRoutes(site));
  app.get('/local/session', (request) => request.json(session(site, viewerOf(request))));
  app.get('/local/issue/:key', (request) =>
    request.json(surfacesOfIssue(site, viewerOf(request), request.req.param('key'))),
  );
  app.get('/local/project/:key', (request) =>
    request.json(surfacesOfProject(site, viewerOf(request), request.req.param('key'))),
  );
  app.post('/local/bridge-command', async (request) => {
    traffic?.bridge(await request.req.text());
    return request.body(null, 204);
  });
  app.route('/platform', createPlatformScripts(assets.bridgeScript));
  app.post('/platform/invoke', async (request) => {
    const parsed = v.safeParse(invocationSchema, await request.req.json());
    if (!parsed.success) return request.json({ error: 'The invocation is not well formed.' }, 400);
    const { functions } = runtime;
    return request.json(
      await invokeResolver(
        { manifest, store, functions, origin },
        viewerOf(request),
        parsed.output,
      ),
    );
  });
  app.get('/host/host.js', (request) =>
    request.body(assets.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/host/host.css', (request) =>
    request.body(assets.style, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/host/themes.json', (request) => request.json(assets.themes));
  app.get('/avatars/:name', pictureOf);
  app.get('/icons/:name', pictureOf);
  app.get('*', (request) => {
    const { hostname, pathname, search } = new URL(request.req.url);
    // Frames let themselves be framed by one origin only, and browsers count names, not machines.
    if (hostname === 'localhost') return request.redirect(`${origin()}${pathname}${search}`);
    const [, area = ''] = pathname.split('/');
    return request.html(hostPage, pages.includes(area) ? 200 : 404);
  });
  app.onError(answerError);
  return app;

  /** The pages say who looks at them. */
  function viewerOf(request: Context): Person {
    const person = personAsking(request, store.state());
    if (person === undefined) throw new UnknownPerson('Nobody here is called that.');
    return person;
  }
}

/** Holds answers back for as long as they would be on their way. */
function delayed(controls: Controls): MiddlewareHandler {
  return async (_request, next) => {
    await next();
    const milliseconds = controls.answerDelaySeconds * 1000;
    if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
  };
}

function answerError(error: Error, request: Context): Response {
  // A browser cannot be told nothing; the page around the frame makes nothing of this header.
  const broken = error instanceof NoAnswer || error instanceof Crash;
  if (broken) return request.body(null, 502, { [noAnswerHeader]: 'true' });
  return request.json({ error: error.message }, statusFor(error));
}

/** Marks an answer that stands for none. */
const noAnswerHeader = 'x-local-no-answer';

class UnknownPerson extends Error {}

/** A request that makes no sense is the asker's mistake; anything else is ours. */
function statusFor(error: Error): 400 | 401 | 500 {
  if (error instanceof UnknownPerson) return 401;
  return error instanceof SyntaxError || error instanceof v.ValiError ? 400 : 500;
}

/** What the site has pages for; the rest is the page that says so. */
const pages: readonly string[] = ['', 'projects', 'browse', 'platform'];

/** A plain disc with a letter, for the pictures that REST names. */
function pictureOf(request: Context): Response {
  const name = (request.req.param('name') ?? '').replace(/^.*:/u, '');
  const letter = name
    .replace(/[^\p{L}\p{N}]/gu, '')
    .charAt(0)
    .toUpperCase();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="12" fill="#44546f"/>' +
    `<text x="12" y="16" text-anchor="middle" font-family="sans-serif" font-size="12" fill="#fff">${letter}</text></svg>`;
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
}

function identityOf(request: Context, person: Person, { permissions }: Manifest): Identity {
  const framed = request.req.header('x-local-via') === 'frame';
  const surface = request.req.header('x-local-surface');
  return {
    accountId: person.accountId,
    via: framed ? 'frame' : 'client',
    scopes: framed ? permissions.scopes : null,
    ...(surface !== undefined && { surface }),
  };
}

function lineOf({ id, key, name, typeKey, simplified }: Project): object {
  return { id, key, name, typeKey, simplified };
}

function session(site: Site, person: Person): object {
  const { store, frameOrigin } = site;
  const state = store.state();
  return {
    world: state.world,
    site: state.site,
    person,
    people: state.people.filter(({ role }) => role !== 'other' && role !== 'app'),
    frameOrigin: frameOrigin(),
    frameAttributes,
    projects: Object.values(state.projects)
      .filter((project) => holds(project, person.accountId, 'BROWSE_PROJECTS'))
      .map((project) => ({ ...lineOf(project), ...placesOf(site, person, project) })),
  };
}
