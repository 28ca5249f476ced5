import { jiraProjectIssues } from '../../src/adapters/jira/project-issues';
import { jiraProjectProperties } from '../../src/adapters/jira/project-properties';
import {
  planImport,
  type ImportChoices,
  type PlannedRow,
} from '../../src/domain/import/plan-import';
import type { ImportRow } from '../../src/domain/import/import-row';
import { importRows } from '../../src/bulk/import/import-rows';
import type {
  ImportControl,
  ImportOrder,
  ImportPorts,
  RowOutcome,
} from '../../src/bulk/import/import-order';
import { undoImport, type UndoneImport, type UndoWish } from '../../src/bulk/import/undo-import';
import { failure } from '../../src/domain/result';
import { recordKinds } from '../../src/domain/use-case/fields';
import type { AccountId, ProjectId } from '../../src/domain/ids';
import type { IssueTypeChoice } from '../../src/ports/project-issues';
import type { Person } from '../../local-jira/jira/state';
import type { LocalRest } from './local-rest';
import { appOn, saveManyOn } from './save-many';
import { virtualClock } from './virtual-clock';

/** A person who imports into the customer data project of a local Jira. */
export type ImportWorld = {
  readonly ports: ImportPorts;
  readonly project: ProjectId;
  readonly projects: ReturnType<typeof jiraProjectProperties>;
  readonly order: (
    rows: readonly ImportRow[],
    options?: Partial<ImportChoices> & {
      readonly importId?: string;
      readonly before?: ReadonlyMap<number, RowOutcome>;
      readonly extra?: readonly PlannedRow[];
    },
  ) => Promise<ImportOrder>;
  readonly local: LocalRest;
  readonly undo: (
    order: ImportOrder,
    outcomes: ReadonlyMap<number, RowOutcome>,
    wish?: Partial<UndoWish>,
  ) => Promise<UndoneImport>;
  readonly run: (
    order: ImportOrder,
    control?: Partial<ImportControl>,
  ) => Promise<ReadonlyMap<number, RowOutcome>>;
};

export function anImportWorld(local: LocalRest, role: Person['role'] = 'editor'): ImportWorld {
  const request = local.as(role);
  const clock = virtualClock();
  const issues = jiraProjectIssues(request);
  const viewer = local.person(role).accountId as AccountId;
  const project = projectIdOf(local);
  const ports: ImportPorts = {
    issues,
    clock,
    saveMany: saveManyOn(local, role, project),
    removeRecord: async (issue, document, seen) => {
      const removed = await appOn(local, role).removeRecord({ issue, project }, viewer, {
        ...{ document, opId: `removal-${issue}-${document}`, seen },
      });
      // The browser stays with a removal of unknown fate and withdraws it in the end.
      return removed.ok && removed.value.state === 'checking'
        ? failure({ code: 'withdrawn' } as const)
        : removed;
    },
  };
  return {
    ports,
    project,
    projects: jiraProjectProperties(request),
    order: async (rows, options = {}) => {
      const { matchBy = 'nothing', under = { root: 'none' }, decided = new Map() } = options;
      const types = await issues.readTypes(project);
      const existing = await issues.listIssues(project, { kinds: recordKinds });
      if (!types.ok || !existing.ok) throw new Error('the project cannot be read');
      const planned = planImport(rows, existing.value, { matchBy, under, decided });
      return {
        project,
        importId: options.importId ?? 'import-1',
        by: viewer,
        source: 'test.csv',
        planned: [...(options.extra ?? []), ...planned],
        useCaseType: typeNamed(types.value, 'Epic'),
        storyType: typeNamed(types.value, 'Story'),
        existing: existing.value,
        before: options.before ?? new Map(),
      };
    },
    local,
    undo: (order, outcomes, wish = {}) =>
      undoImport(ports, order, outcomes, {
        before: new Map(),
        withRules: false,
        onProgress: () => undefined,
        ...wish,
      }),
    run: (order, control = {}) =>
      importRows(ports, order, {
        onProgress: () => undefined,
        mayGoOn: () => Promise.resolve('go'),
        ...control,
      }),
  };
}

function typeNamed(types: readonly IssueTypeChoice[], name: string): IssueTypeChoice {
  const type = types.find((each) => each.name === name);
  if (type === undefined) throw new Error(`no type ${name}`);
  return type;
}

function projectIdOf(local: LocalRest): ProjectId {
  const project = Object.values(local.store.state().projects).find(({ key }) => key === 'CDP');
  if (project === undefined) throw new Error('no project CDP');
  return project.id as ProjectId;
}
