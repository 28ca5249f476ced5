import { failure, success, type Result } from '../domain/result';
import { valuesOfIssue } from '../domain/export/document';
import { renameEdits } from '../domain/programme/rename';
import type { ProgrammeListName } from '../domain/programme/programme';
import { recordKinds } from '../domain/use-case/fields';
import type { ProjectId } from '../domain/ids';
import type { JiraProblem } from '../ports/issue-records';
import type { ProjectIssues } from '../ports/project-issues';
import type { IssueEdit } from './edit-many';

/** An entry of the programme that got another name. */
export type Renaming = {
  readonly list: ProgrammeListName;
  readonly from: string;
  readonly to: string;
};

/**
 * The edits by which use cases of a project say the new name, as Jira has them now: those that were made or
 * changed since the page was loaded are among them, also where the search does not know them yet. Of a
 * record that cannot be rewritten there is an edit, too: it fails, and so it is told.
 */
export async function editsOfRenaming(
  issues: Pick<ProjectIssues, 'listIssues' | 'readNewest'>,
  project: ProjectId,
  { list, ...names }: Renaming,
): Promise<Result<readonly IssueEdit[], JiraProblem>> {
  const [listed, newest] = await Promise.all([
    issues.listIssues(project, { kinds: recordKinds }),
    issues.readNewest(project, recordKinds),
  ]);
  if (!listed.ok) return listed;
  if (!newest.ok) return failure(newest.error);
  const all = new Map([...listed.value, ...newest.value].map((issue) => [issue.id, issue]));
  return success(
    [...all.values()].flatMap((issue) => {
      const changes = renameEdits(list, valuesOfIssue(issue.raw), names);
      return changes.length === 0 ? [] : [{ issue: issue.id, key: issue.key, changes }];
    }),
  );
}
