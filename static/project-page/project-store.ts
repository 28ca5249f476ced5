import { recordKinds, recordOf, type FieldName } from '#domain/use-case/fields';
import type { FieldEdit } from '#domain/use-case/field-edit';
import type { AccountId, IssueId, ProjectId } from '#domain/ids';
import type { JiraProblem } from '#ports/issue-records';
import type { IssueTypeChoice, ProjectIssues } from '#ports/project-issues';
import type { People } from '#ports/people';
import type { ProjectProperties, ProjectSubject } from '#ports/project-properties';
import { smallStore } from '../shared/small-store';
import type { DeviceStore } from '../shared/device-store';
import type { SaveMany } from '#bulk/save-many';
import type { ImportPorts } from '#bulk/import/import-order';
import { useCaseOf, type UseCase } from './use-cases/rows';

/** What the project's page needs from the world. */
export type ProjectWorld = {
  readonly project: ProjectId;
  readonly viewer: AccountId;
  readonly issues: ProjectIssues;
  readonly projects: ProjectProperties;
  readonly people: People;
  readonly saveMany: SaveMany;
  readonly removeRecord: ImportPorts['removeRecord'];
  readonly newId: () => string;
  /** Where what is not saved is kept. */
  readonly device: DeviceStore;
};

/** Everything that the project's page shows of the project. */
export type ProjectState = {
  readonly phase: 'loading' | 'failed' | 'ready';
  readonly problem: JiraProblem | undefined;
  readonly progress: { readonly read: number; readonly all: number };
  readonly subject: ProjectSubject | undefined;
  readonly types: readonly IssueTypeChoice[];
  readonly useCases: readonly UseCase[];
};

/** The project with its issues, read once and kept in step with what is changed from here. */
export type ProjectStore = {
  readonly world: ProjectWorld;
  readonly state: () => ProjectState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly load: () => Promise<void>;
  /** Reads the project's own values again, after its programme was changed. */
  readonly loadSubject: () => Promise<void>;
  /** Shows changes that Jira has taken, without reading everything again. */
  readonly apply: (issue: IssueId, changes: readonly FieldEdit[]) => void;
};

const blank: ProjectState = {
  phase: 'loading',
  problem: undefined,
  progress: { read: 0, all: 0 },
  subject: undefined,
  types: [],
  useCases: [],
};

export function createProjectStore(world: ProjectWorld): ProjectStore {
  const { state, subscribe, update } = smallStore(blank);
  const load = async (): Promise<void> => {
    const [subject, types, issues] = await Promise.all([
      world.projects.loadProject(world.project),
      world.issues.readTypes(world.project),
      world.issues.listIssues(world.project, {
        kinds: recordKinds,
        onProgress: (read, all) => {
          if (state().phase === 'loading') update({ progress: { read, all } });
        },
      }),
    ]);
    const failed = [subject, types, issues].find(({ ok }) => !ok);
    if (!subject.ok || !types.ok || !issues.ok) {
      const problem = failed?.ok === false ? failed.error : undefined;
      // What is on the screen already stays there.
      if (state().phase !== 'ready') update({ phase: 'failed', problem });
      return;
    }
    update({
      phase: 'ready',
      subject: subject.value,
      types: types.value,
      useCases: issues.value.map(useCaseOf),
    });
  };
  return {
    world,
    state,
    subscribe,
    load,
    loadSubject: async () => {
      const subject = await world.projects.loadProject(world.project);
      if (subject.ok) update({ subject: subject.value });
    },
    apply: (issue, changes) => {
      update({
        useCases: state().useCases.map((each) =>
          each.issue.id === issue ? withChanges(each, changes) : each,
        ),
      });
    },
  };
}

function withChanges(useCase: UseCase, changes: readonly FieldEdit[]): UseCase {
  const next = changes.filter(({ field }) => recordOf(field) === 'useCase');
  const values = Object.fromEntries(next.map(({ field, next: value }) => [field, value]));
  return { ...useCase, state: 'written', values: { ...useCase.values, ...values } };
}

/** The fields that many use cases can be given at once. */
export const bulkFields: readonly FieldName[] = ['stage', 'who', 'where'];
