import type { Project, State } from '../jira/state';
import type { Manifest, SurfaceModule, SurfaceType } from './manifest';
import { conditionsHold } from './display-conditions';

/** Where a surface stands: on an issue, as a page of a project, or in a project's settings. */
export type Place =
  | { readonly type: 'jira:issueContext'; readonly issueId: string }
  | {
      readonly type: Exclude<SurfaceType, 'jira:issueContext'>;
      readonly projectId: string;
    };

/** The context that the platform hands to a frame and to a resolver (`FullContext`). */
export function contextFor(
  state: State,
  options: {
    readonly siteUrl: string;
    readonly accountId: string;
    readonly place: Place;
    readonly moduleKey: string;
  },
): Record<string, unknown> | undefined {
  const { siteUrl, accountId, place, moduleKey } = options;
  const extension = extensionFor(state, { siteUrl, place, moduleKey });
  return (
    extension && {
      accountId,
      cloudId: state.site.cloudId,
      environmentId: 'local',
      environmentType: 'DEVELOPMENT',
      localId: `ari:cloud:ecosystem::extension/local/${moduleKey}`,
      locale: 'en-GB',
      moduleKey,
      siteUrl,
      timezone: 'Europe/Amsterdam',
      extension,
    }
  );
}

/** The path of a project's page of the app. */
export function pagePath(
  place: Exclude<Place, { issueId: string }>,
  project: Project,
  moduleKey: string,
): string {
  const section = place.type === 'jira:projectPage' ? 'apps' : 'settings/apps';
  return `/projects/${project.key}/${section}/${moduleKey}`;
}

function extensionFor(
  state: State,
  options: { readonly siteUrl: string; readonly place: Place; readonly moduleKey: string },
): object | undefined {
  const { siteUrl, place, moduleKey } = options;
  const issue = place.type === 'jira:issueContext' ? state.issues[place.issueId] : undefined;
  const found = projectAt(state, place);
  if (found === undefined) return undefined;
  const { type } = place;
  const project = { id: found.id, key: found.key, type: found.typeKey };
  if (place.type !== 'jira:issueContext') {
    return { type, location: `${siteUrl}${pagePath(place, found, moduleKey)}`, project };
  }
  const issueType = state.issueTypes.find(({ id }) => id === issue?.typeId);
  return (
    issue && {
      type,
      location: `${siteUrl}/browse/${issue.key}`,
      issue: { id: issue.id, key: issue.key, type: issueType?.name, typeId: issue.typeId },
      project,
    }
  );
}

function projectAt(state: State, place: Place): Project | undefined {
  if (place.type !== 'jira:issueContext') return state.projects[place.projectId];
  return state.projects[state.issues[place.issueId]?.projectId ?? ''];
}

/** The modules of a type that show at a place, by their display conditions. */
export function modulesAt(
  manifest: Manifest,
  state: State,
  place: Place,
): readonly SurfaceModule[] {
  const project = projectAt(state, place);
  if (project === undefined) return [];
  const issue = place.type === 'jira:issueContext' ? state.issues[place.issueId] : undefined;
  const context = {
    issueType: state.issueTypes.find(({ id }) => id === issue?.typeId)?.name ?? '',
    projectType: project.typeKey,
    projectProperties: state.projectProperties[project.id] ?? {},
  };
  return manifest.modules[place.type].filter(({ displayConditions }) =>
    conditionsHold(displayConditions, context),
  );
}
