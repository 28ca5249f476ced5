import { contextFor, modulesAt, type Place } from '../forge/context';
import type { Manifest, SurfaceModule } from '../forge/manifest';
import { holds, visibleIssue, visibleProject } from '../jira/permissions';
import type { Person, Project } from '../jira/state';
import type { Store } from '../jira/store';
import { framePath } from './frames';

type Site = {
  readonly manifest: Manifest;
  readonly store: Store;
  readonly origin: () => string;
};

/** The app's surfaces on an issue, for who sees the issue. */
export function surfacesOfIssue(site: Site, person: Person, key: string): object {
  const issue = visibleIssue(site.store.state(), person.accountId, key);
  if (issue === undefined) return { found: false };
  const place: Place = { type: 'jira:issueContext', issueId: issue.id };
  return { found: true, surfaces: surfacesAt(site, person, place) };
}

/** Where a project leads a person: the app's pages, and its settings if they may open them. */
export function placesOf(
  { manifest, store }: Site,
  { accountId }: Person,
  project: Project,
): { readonly mayAdminister: boolean; readonly pages: readonly object[] } {
  const place: Place = { type: 'jira:projectPage', projectId: project.id };
  return {
    mayAdminister: holds(project, accountId, 'ADMINISTER_PROJECTS'),
    pages: modulesAt(manifest, store.state(), place).map(({ key, title }) => ({ key, title })),
  };
}

/** The app's surfaces in a project, as pages and in its settings, for who sees the project. */
export function surfacesOfProject(site: Site, person: Person, key: string): object {
  const project = visibleProject(site.store.state(), person.accountId, key);
  if (project === undefined) return { found: false };
  const projectId = project.id;
  return {
    found: true,
    mayAdminister: placesOf(site, person, project).mayAdminister,
    pages: surfacesAt(site, person, { type: 'jira:projectPage', projectId }),
    settings: surfacesAt(site, person, { type: 'jira:projectSettingsPage', projectId }),
  };
}

function surfacesAt(site: Site, person: Person, place: Place): readonly object[] {
  return modulesAt(site.manifest, site.store.state(), place).map((module) =>
    surface(site, person, place, module),
  );
}

function surface(
  { store, origin }: Site,
  person: Person,
  place: Place,
  module: SurfaceModule,
): object {
  const options = { siteUrl: origin(), accountId: person.accountId, place, moduleKey: module.key };
  return {
    key: module.key,
    title: module.title,
    label: module.label,
    resource: module.resource,
    pages: module.pages,
    path: framePath(module.resource),
    place,
    context: contextFor(store.state(), options),
  };
}
