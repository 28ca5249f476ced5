import { inheritedBy } from '#domain/use-case/inherit';
import {
  noValues,
  stages,
  withValues,
  type AllValues,
  type FieldName,
} from '#domain/use-case/fields';
import { findGaps } from '#domain/use-case/find-gaps';
import { readRecord } from '#domain/use-case/stored-record';
import type { IssueId } from '#domain/ids';
import type { ProjectIssue } from '#ports/project-issues';

/** An issue with what its record says. */
export type UseCase = {
  readonly issue: ProjectIssue;
  readonly values: AllValues;
  /** Whether it bears a record, one that cannot be read, or none. */
  readonly state: 'written' | 'unreadable' | 'blank';
};

/** What rows can be put together by. */
export type GroupBy = 'tree' | 'stage' | 'why' | 'who';

/** A column that rows can be ordered by. */
export type SortBy =
  'key' | 'summary' | 'stage' | 'why' | 'who' | 'where' | 'kpi.name' | 'status' | 'gaps';

/** What a person wants to see. */
export type View = {
  readonly text: string;
  /** Keys that a JQL query found; undefined where none was asked. */
  readonly found: ReadonlySet<string> | undefined;
  readonly groupBy: GroupBy;
  readonly sortBy: SortBy;
  readonly descending: boolean;
  /** Whether issues without a record are shown, too. */
  readonly all: boolean;
};

/** One line of the table. */
export type Row =
  | { readonly row: 'group'; readonly title: string; readonly count: number }
  | {
      readonly row: 'use-case';
      readonly useCase: UseCase;
      readonly depth: 0 | 1;
      /** What it says, with what it inherits laid into the blanks. */
      readonly shown: AllValues;
      readonly inherits: boolean;
      readonly gaps: number;
    };

type UseCaseRow = Extract<Row, { row: 'use-case' }>;

/** Reads an issue of the project. */
export function useCaseOf(issue: ProjectIssue): UseCase {
  const { useCase } = issue.raw;
  const read = readRecord('useCase', useCase);
  if (read.state === 'absent') return { issue, values: noValues(), state: 'blank' };
  const values = read.state === 'ready' || read.state === 'damaged' ? read.record.values : {};
  return {
    issue,
    values: withValues(noValues(), values),
    state: read.state === 'ready' ? 'written' : 'unreadable',
  };
}

/** The lines of the table: filtered, ordered, and as a tree or in groups. Nothing is shown twice. */
export function rowsOf(useCases: readonly UseCase[], view: View): readonly Row[] {
  const byId = new Map(useCases.map((useCase) => [useCase.issue.id, useCase]));
  const lines = useCases.map((useCase) => lineOf(useCase, byId));
  const wanted = lines.filter((line) => isWanted(line, view)).sort(orderOf(view));
  return view.groupBy === 'tree' ? asTree(wanted) : asGroups(wanted, view.groupBy);
}

function lineOf(useCase: UseCase, byId: ReadonlyMap<IssueId, UseCase>): UseCaseRow {
  const { parentId } = useCase.issue;
  const above = parentId === null ? undefined : byId.get(parentId);
  const inherited =
    above === undefined || above.values.why === '' || useCase.state === 'blank'
      ? {}
      : inheritedBy(useCase.values, above.values);
  const shown = withValues(useCase.values, inherited);
  return {
    row: 'use-case',
    useCase,
    depth: 0,
    shown,
    inherits: Object.keys(inherited).length > 0,
    gaps: findGaps(shown).length,
  };
}

function isWanted({ useCase, shown }: UseCaseRow, { text, found, all }: View): boolean {
  const { issue, state } = useCase;
  if (!all && state === 'blank') return false;
  if (found !== undefined && !found.has(issue.key)) return false;
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const told = [issue.key, issue.summary, issue.status, issue.assignee, ...textsOf(shown)]
    .join(' ')
    .toLowerCase();
  return words.every((word) => told.includes(word));
}

const searched = [
  'why',
  'who',
  'what',
  'where',
  'kpi.name',
  'stage',
  'hypothesis',
] as const satisfies readonly FieldName[];

function textsOf(values: AllValues): readonly string[] {
  return searched.map((field) => values[field]);
}

const stageOrder: readonly string[] = [...stages, ''];

function orderOf({ sortBy, descending }: View): (left: UseCaseRow, right: UseCaseRow) => number {
  const sign = descending ? -1 : 1;
  return (left, right) =>
    sign * compared(left, right, sortBy) || byKey(left.useCase.issue, right.useCase.issue);
}

function compared(left: UseCaseRow, right: UseCaseRow, by: SortBy): number {
  if (by === 'gaps') return left.gaps - right.gaps;
  if (by === 'key') return byKey(left.useCase.issue, right.useCase.issue);
  if (by === 'stage')
    return stageOrder.indexOf(left.shown.stage) - stageOrder.indexOf(right.shown.stage);
  if (by === 'summary' || by === 'status')
    return left.useCase.issue[by].localeCompare(right.useCase.issue[by]);
  const [one, other] = [left.shown[by], right.shown[by]];
  // What is blank comes last.
  if (one === '' || other === '') return Number(one === '') - Number(other === '');
  return one.localeCompare(other);
}

/** Keys count: CDP-9 comes before CDP-10. */
function byKey(left: ProjectIssue, right: ProjectIssue): number {
  return left.key.localeCompare(right.key, 'en', { numeric: true });
}

/** Stories right below their use case, where that is among the rows. */
function asTree(lines: readonly UseCaseRow[]): readonly Row[] {
  const shown = new Set(lines.map(({ useCase }) => useCase.issue.id));
  const below = new Map<IssueId, UseCaseRow[]>();
  const top: UseCaseRow[] = [];
  for (const line of lines) {
    const { parentId, id } = line.useCase.issue;
    if (parentId === null || parentId === id || !shown.has(parentId)) top.push(line);
    else below.set(parentId, [...(below.get(parentId) ?? []), { ...line, depth: 1 }]);
  }
  return top.flatMap((line) => [line, ...(below.get(line.useCase.issue.id) ?? [])]);
}

function asGroups(lines: readonly UseCaseRow[], by: Exclude<GroupBy, 'tree'>): readonly Row[] {
  const groups = new Map<string, UseCaseRow[]>();
  for (const line of lines) {
    const title = line.shown[by];
    groups.set(title, [...(groups.get(title) ?? []), line]);
  }
  const titles = [...groups.keys()].sort((left, right) =>
    by === 'stage'
      ? stageOrder.indexOf(left) - stageOrder.indexOf(right)
      : Number(left === '') - Number(right === '') || left.localeCompare(right),
  );
  return titles.flatMap((title) => {
    const group = groups.get(title) ?? [];
    return [{ row: 'group', title, count: group.length } as const, ...group];
  });
}
