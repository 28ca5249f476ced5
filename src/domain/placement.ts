import type { Visibility } from './project-settings';

/** Whether Northstar belongs on an issue, or why not. */
export type Placement = 'here' | 'project-off' | 'sub-task' | 'service-project';

/** What decides about it. */
export type Surroundings = {
  readonly isSubtask: boolean;
  readonly projectType: string;
  readonly visibility: Visibility;
};

/**
 * Standard issues of every project but service projects, unless the project's admins turned it off.
 * The manifest's display conditions say the same, but only to the browser; this is the check.
 */
export function placeOn({ isSubtask, projectType, visibility }: Surroundings): Placement {
  if (visibility === 'off') return 'project-off';
  if (projectType === 'service_desk') return 'service-project';
  return isSubtask ? 'sub-task' : 'here';
}
