import type { Surface } from './session';

/** A place of Jira as the bridge's `navigate` and `getUrl` name it. */
export type Target = {
  readonly target?: string;
  readonly issueKey?: string;
  readonly projectKey?: string;
  readonly moduleKey?: string;
  readonly path?: string;
  readonly accountId?: string;
  readonly dashboardId?: string;
};

/** The address of a place on this site. */
export function addressOf(asked: Target, surface: Surface): string {
  switch (asked.target) {
    case 'issue':
      return `/browse/${asked.issueKey ?? ''}`;
    case 'module': {
      const project = asked.projectKey ?? projectKeyOf(surface);
      return `/projects/${project}/apps/${asked.moduleKey ?? ''}${asked.path ?? ''}`;
    }
    case 'projectSettingsDetails':
      return `/projects/${asked.projectKey ?? projectKeyOf(surface)}/settings`;
    case 'userProfile':
      return `/people/${asked.accountId ?? ''}`;
    case 'dashboard':
      return `/dashboards/${asked.dashboardId ?? ''}`;
    default:
      throw new Error(`Local Jira knows no place called "${String(asked.target)}".`);
  }
}

function projectKeyOf({ context }: Surface): string {
  const extension = context['extension'] as { readonly project?: { readonly key?: string } };
  return extension.project?.key ?? '';
}
