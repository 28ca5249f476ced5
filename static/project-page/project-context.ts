import { createContext, useContext } from 'react';
import type { ReadProgramme } from '#domain/programme/stored-programme';
import type { wordingFor } from '../shared/wording';
import type { ProjectState, ProjectStore } from './project-store';

type ProjectContextValue = {
  readonly store: ProjectStore;
  readonly state: ProjectState;
  readonly wording: ReturnType<typeof wordingFor>;
  readonly go: (path: string) => void;
  readonly programme: ReadProgramme;
};

export const ProjectContext = createContext<ProjectContextValue | undefined>(undefined);

/** The project, for the pages and parts inside of it. */
export function useProject(): ProjectContextValue & {
  readonly projectName: string;
  readonly mayAdminister: boolean;
} {
  const context = useContext(ProjectContext);
  if (context === undefined) throw new Error('useProject stands outside of the page.');
  const { subject } = context.state;
  return {
    ...context,
    projectName: subject?.name ?? '',
    mayAdminister: subject?.mayAdminister === true,
  };
}
