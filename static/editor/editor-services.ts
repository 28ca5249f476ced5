import { createContext, useContext } from 'react';
import type { IssueId, ProjectId } from '#domain/ids';
import type { IssueRecords } from '#ports/issue-records';
import type { IssueSearch } from '#ports/issue-search';
import type { People } from '#ports/people';
import type { ProjectIssues } from '#ports/project-issues';

/** What the parts of the editor can ask of Jira. */
export type Services = {
  readonly people: People;
  readonly search: IssueSearch;
  readonly issues: ProjectIssues;
  readonly records: IssueRecords;
  readonly project: ProjectId;
  readonly issue: IssueId;
};

export const EditorServices = createContext<Services | undefined>(undefined);

/** Jira, for the parts of the editor that look something up. */
export function useServices(): Services {
  const services = useContext(EditorServices);
  if (services === undefined) throw new Error('useServices stands outside of the editor.');
  return services;
}
