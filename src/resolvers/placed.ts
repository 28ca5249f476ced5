import type { AppError } from '../contract';
import type { Result } from '../domain/result';
import type { AccountId, IssueId, ProjectId } from '../ports/ids';
import type { IssuePlace } from '../ports/issue-records';
import { guard } from './guard';
import { readPersonInProject } from './read-context';

type Answer<View> = Promise<Result<View, AppError>>;
type Parse<Payload> = (payload: unknown) => Payload | undefined;

/** A call by a person on a page of a project. */
export function inProject<Payload, View>(
  parse: Parse<Payload>,
  run: (project: ProjectId, viewer: AccountId, payload: Payload) => Answer<View>,
) {
  return guard({
    ...{ parse, place: readPersonInProject },
    run: (payload, { project, viewer }) => run(project, viewer, payload),
  });
}

/**
 * A call about an issue of that project. The issue comes from the payload; the operation checks the viewer's
 * rights on that very id.
 */
export function onNamedIssue<Payload extends { readonly issue: string }, View>(
  parse: Parse<Payload>,
  run: (place: IssuePlace, viewer: AccountId, payload: Omit<Payload, 'issue'>) => Answer<View>,
) {
  return inProject(parse, (project, viewer, { issue, ...payload }) =>
    run({ issue: issue as IssueId, project }, viewer, payload),
  );
}
