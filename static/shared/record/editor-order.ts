import * as v from 'valibot';
import type { IssueId, ProjectId } from '#domain/ids';
import type { Subject } from '#ports/issue-records';

/** What an opener hands to the editor: the issue, what it has of it already, and where to begin. */
export type EditorOrder = {
  readonly issue: IssueId;
  readonly project: ProjectId;
  readonly subject?: Subject | undefined;
};

const order = v.object({
  issue: v.pipe(v.string(), v.regex(/^\d+$/u)),
  project: v.pipe(v.string(), v.regex(/^\d+$/u)),
  subject: v.optional(v.unknown()),
});

const subjectShape = v.object({
  key: v.string(),
  summary: v.string(),
  projectName: v.string(),
  raw: v.object({}),
});

/** Reads what the editor was opened with; `undefined` where it is nothing that can be worked on. */
export function readEditorOrder(context: unknown): EditorOrder | undefined {
  const parsed = v.safeParse(order, context);
  if (!parsed.success) return undefined;
  const { issue, project, subject } = parsed.output;
  // The opener is a frame of this app; what it hands over was parsed when it was read from Jira.
  const whole = v.is(subjectShape, subject) ? (subject as unknown as Subject) : undefined;
  return {
    issue: issue as IssueId,
    project: project as ProjectId,
    ...(whole !== undefined && { subject: whole }),
  };
}
