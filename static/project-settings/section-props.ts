import type { ProjectSettings } from '#domain/settings/settings';

/** What one section of the page is given: the settings as they are edited, and how to change them. */
export type SectionProps = {
  readonly settings: ProjectSettings;
  readonly mayAdminister: boolean;
  readonly onChange: (change: Partial<ProjectSettings>) => void;
};
