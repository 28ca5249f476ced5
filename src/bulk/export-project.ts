import { exportSchema, type ProjectExport } from '../domain/export/project-export';
import { success, type Result } from '../domain/result';
import { authoredKinds } from '../domain/authored-kinds';
import type { ProjectId } from '../domain/ids';
import type { JiraProblem } from '../ports/issue-records';
import type { ProjectIssue, ProjectIssues } from '../ports/project-issues';
import type { ProjectProperties } from '../ports/project-properties';

/** What an export needs from the world, as the viewer. */
export type ExportPorts = {
  readonly issues: ProjectIssues;
  readonly projects: ProjectProperties;
  readonly clock: { readonly now: () => number };
};

/**
 * Takes a whole project out without loss: its programme and every issue that the viewer sees and that
 * bears a record or answers about value and effort, with what stands above it. They are the stored values
 * as they are; scores follow from them.
 */
export async function exportProject(
  { issues, projects, clock }: ExportPorts,
  project: ProjectId,
  onProgress: (read: number, all: number) => void = () => undefined,
): Promise<Result<ProjectExport, JiraProblem>> {
  const [listed, loaded] = await Promise.all([
    issues.listIssues(project, { kinds: authoredKinds, onProgress }),
    projects.loadProject(project),
  ]);
  if (!listed.ok) return listed;
  if (!loaded.ok) return loaded;
  const { key, name, rawProgramme } = loaded.value;
  return success({
    northstar: 'project',
    schema: exportSchema,
    exported: new Date(clock.now()).toISOString(),
    project: { key, name },
    programme: definedOnly(rawProgramme),
    issues: withParents(listed.value).map(exported),
  });
}

function withParents(all: readonly ProjectIssue[]): readonly ProjectIssue[] {
  const bearing = all.filter(({ raw }) => Object.keys(raw).length > 0);
  const above = new Set(bearing.map(({ parentId }) => parentId));
  return all.filter((issue) => bearing.includes(issue) || above.has(issue.id));
}

function exported(issue: ProjectIssue): ProjectExport['issues'][number] {
  const { key, summary, type, parentKey, raw } = issue;
  return { key, summary, type, parent: parentKey, ...raw };
}

function definedOnly<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Value;
}
