import type { WhereItShows } from './settings/project-settings';

/** Whether Northstar belongs on an issue, or why not. */
export type Placement = 'here' | 'project-off' | 'type-off' | 'sub-task' | 'service-project';

/** What decides about it. */
export type Surroundings = {
  readonly isSubtask: boolean;
  readonly projectType: string;
  readonly issueType: string;
  readonly shows: WhereItShows;
};

/**
 * Standard issues of every project but service projects, unless the project's admins turned it off
 * for the project or for that type.
 * The manifest's display conditions say the same, but only to the browser; this is the check.
 */
export function placeOn({ isSubtask, projectType, issueType, shows }: Surroundings): Placement {
  if (shows.visibility === 'off') return 'project-off';
  if (projectType === 'service_desk') return 'service-project';
  if (isSubtask) return 'sub-task';
  return shows.hiddenTypes.includes(issueType) ? 'type-off' : 'here';
}
