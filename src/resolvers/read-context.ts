import * as v from 'valibot';
import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import type { IssuePlace } from '../ports/issue-records';

const id = v.pipe(v.string(), v.regex(/^\d{1,18}$/u));
const project = v.object({ id });

const issueContext = v.object({
  accountId: v.pipe(v.string(), v.minLength(1)),
  extension: v.object({ issue: v.object({ id }), project }),
});

const personInProject = v.object({
  accountId: v.pipe(v.string(), v.minLength(1)),
  extension: v.object({ project }),
});

/** The issue and the person of a call, from the platform's context and never from the payload. */
export function readIssueContext(
  context: unknown,
): { readonly place: IssuePlace; readonly viewer: AccountId } | undefined {
  const parsed = v.safeParse(issueContext, context);
  if (!parsed.success) return undefined;
  const { accountId, extension } = parsed.output;
  return {
    viewer: accountId as AccountId,
    place: { issue: extension.issue.id as IssueId, project: extension.project.id as ProjectId },
  };
}

/** The person of a call and the project that their page or dialog stands on. */
export function readPersonInProject(
  context: unknown,
): { readonly project: ProjectId; readonly viewer: AccountId } | undefined {
  const parsed = v.safeParse(personInProject, context);
  if (!parsed.success) return undefined;
  const { accountId, extension } = parsed.output;
  return { viewer: accountId as AccountId, project: extension.project.id as ProjectId };
}
