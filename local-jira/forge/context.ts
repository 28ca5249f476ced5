import type { State } from '../jira/state';
import type { Manifest, SurfaceModule, SurfaceType } from './manifest';
import { conditionsHold } from './display-conditions';

/** Where a surface stands: on an issue, or on a project's settings. */
export type Place =
  | { readonly type: 'jira:issueContext'; readonly issueId: string }
  | { readonly type: 'jira:projectSettingsPage'; readonly projectId: string };

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
  const extension = extensionFor(state, options.place, options.siteUrl);
  return (
    extension && {
      accountId: options.accountId,
      cloudId: state.site.cloudId,
      environmentId: 'local',
      environmentType: 'DEVELOPMENT',
      localId: `ari:cloud:ecosystem::extension/local/${options.moduleKey}`,
      locale: 'en-GB',
      moduleKey: options.moduleKey,
      siteUrl: options.siteUrl,
      timezone: 'Europe/Amsterdam',
      extension,
    }
  );
}

function extensionFor(state: State, place: Place, siteUrl: string): object | undefined {
  const issue = place.type === 'jira:issueContext' ? state.issues[place.issueId] : undefined;
  const projectId = place.type === 'jira:issueContext' ? issue?.projectId : place.projectId;
  const found = state.projects[projectId ?? ''];
  if (found === undefined) return undefined;
  const project = { id: found.id, key: found.key, type: found.typeKey };
  if (place.type === 'jira:projectSettingsPage') {
    return {
      type: place.type,
      location: `${siteUrl}/projects/${found.key}/settings/apps`,
      project,
    };
  }
  const type = state.issueTypes.find(({ id }) => id === issue?.typeId);
  return (
    issue && {
      type: place.type,
      location: `${siteUrl}/browse/${issue.key}`,
      issue: { id: issue.id, key: issue.key, type: type?.name, typeId: issue.typeId },
      project,
    }
  );
}

/** The modules of a type that show at a place, by their display conditions. */
export function modulesAt(
  manifest: Manifest,
  state: State,
  place: Place,
): readonly SurfaceModule[] {
  const modules: readonly SurfaceModule[] = manifest.modules[place.type satisfies SurfaceType];
  const issue = place.type === 'jira:issueContext' ? state.issues[place.issueId] : undefined;
  const projectId = place.type === 'jira:issueContext' ? issue?.projectId : place.projectId;
  const project = state.projects[projectId ?? ''];
  if (project === undefined) return [];
  const context = {
    issueType: state.issueTypes.find(({ id }) => id === issue?.typeId)?.name ?? '',
    projectType: project.typeKey,
    projectProperties: state.projectProperties[project.id] ?? {},
  };
  return modules.filter(({ displayConditions }) => conditionsHold(displayConditions, context));
}
