import type { AppError } from '../contract';
import type { Result } from '../domain/result';
import { rootRow, type PlannedRow } from '../domain/import/plan-import';
import { editsOfRow, oversizeOf, recordsOfRow, type Signature } from '../domain/import/row-edit';
import { locksAtOnce } from '../domain/documents';
import { inPortions } from '../domain/side-by-side';
import { authoredKinds } from '../domain/authored-kinds';
import { recordKinds, type Values } from '../domain/use-case/fields';
import type { FieldEdit } from '../domain/use-case/merge-edit';
import { readRecord } from '../domain/use-case/stored-record';
import type { Clock } from '../ports/clock';
import type { IssueId, ProjectId } from '../ports/ids';
import {
  draftsAtOnce,
  type DraftProblem,
  type IssueDraft,
  type IssueTypeChoice,
  type MadeIssue,
  type ProjectIssue,
  type ProjectIssues,
} from '../ports/project-issues';
import type { SaveMany } from './save-many';
import type { AuthoredKind } from '../domain/property-keys';
import { saveChanges } from './edit-many';

/** What came of one row. */
export type RowOutcome =
  | {
      readonly outcome: 'made';
      readonly issue: MadeIssue;
      /** What was written, so that undoing sees whether somebody has worked on it since. */
      readonly records: IssueDraft['records'];
      /** It could not be linked to its use case. */
      readonly unlinked?: true;
    }
  | {
      readonly outcome: 'merged';
      readonly issue: MadeIssue;
      readonly edits: readonly FieldEdit[];
    }
  | { readonly outcome: 'left' }
  | { readonly outcome: 'failed'; readonly error: DraftProblem | AppError };

/** What an import needs from the world, as the viewer. */
export type ImportPorts = {
  readonly issues: ProjectIssues;
  readonly clock: Clock;
  readonly saveMany: SaveMany;
  /** Removes a document of an issue as it was seen; undoing clears what it may not delete. */
  readonly removeRecord: (
    issue: IssueId,
    document: AuthoredKind,
    seen: string,
  ) => Promise<Result<unknown, AppError>>;
};

/** One import, as a person started it. */
export type ImportOrder = {
  readonly project: ProjectId;
  /** Names the import: each row's operation is recognised by it, also when it is tried again. */
  readonly importId: string;
  readonly by: string;
  readonly source: string;
  readonly planned: readonly PlannedRow[];
  readonly useCaseType: IssueTypeChoice;
  readonly storyType: IssueTypeChoice;
  readonly existing: readonly ProjectIssue[];
  /** Rows that came through before; a second attempt takes the others. */
  readonly before: ReadonlyMap<number, RowOutcome>;
};

/** How a person holds an import in their hands. */
export type ImportControl = {
  readonly onProgress: (outcomes: ReadonlyMap<number, RowOutcome>) => void;
  /** Resolves when the import may go on; with "stop" when it shall end here. */
  readonly mayGoOn: () => Promise<'go' | 'stop'>;
};

/**
 * Writes what an import planned: use cases first, then what hangs below them, up to 50 with one
 * request. It can be paused and stopped between requests, and run again for what failed.
 */
export async function importRows(
  ports: ImportPorts,
  order: ImportOrder,
  control: ImportControl,
): Promise<ReadonlyMap<number, RowOutcome>> {
  const outcomes = new Map(
    [...order.before].filter(([, { outcome }]) => outcome === 'made' || outcome === 'merged'),
  );
  const told = (): void => {
    control.onProgress(outcomes);
  };
  const landed = await landedBefore(ports, order);
  for (const wave of waves(order.planned)) {
    const open = wave.filter(({ row }) => !outcomes.has(row.number));
    for (const each of open) {
      const known = knownOutcome(each, order, { clock: ports.clock, landed });
      if (known !== undefined) outcomes.set(each.row.number, known);
    }
    for (const batch of batches(open.filter(({ row }) => !outcomes.has(row.number)))) {
      if ((await control.mayGoOn()) === 'stop') return outcomes;
      await writeBatch(ports, order, { batch, outcomes });
      told();
    }
  }
  told();
  return outcomes;
}

/** What is known of a row before anything is sent. */
function knownOutcome(
  { row, action }: PlannedRow,
  order: ImportOrder,
  { clock, landed }: { readonly clock: Clock; readonly landed: ReadonlyMap<string, RowOutcome> },
): RowOutcome | undefined {
  if (action.action === 'leave' || action.action === 'ask') return { outcome: 'left' };
  const oversize =
    action.action === 'make' ? oversizeOf(row, signatureOf(order, clock, row.number)) : undefined;
  if (oversize !== undefined)
    return { outcome: 'failed', error: { code: 'too-long', ...oversize } };
  return landed.get(opOf(order, row.number));
}

/** Rows hang below other rows: a wave holds those whose use case is there by then. */
function waves(planned: readonly PlannedRow[]): readonly (readonly PlannedRow[])[] {
  const numbers = new Set(planned.map(({ row }) => row.number));
  const waiting = (each: PlannedRow): boolean =>
    each.parentRow !== undefined && numbers.has(each.parentRow);
  const first = planned.filter((each) => !waiting(each));
  const placed = new Set(first.map(({ row }) => row.number));
  const result = [first];
  let rest = planned.filter(waiting);
  while (rest.length > 0) {
    const next = rest.filter(({ parentRow = rootRow }) => placed.has(parentRow));
    // Rows that hang below each other in a circle stand on their own.
    const wave = next.length > 0 ? next : rest;
    result.push(wave);
    for (const { row } of wave) placed.add(row.number);
    rest = rest.filter((each) => !wave.includes(each));
  }
  return result;
}

function batches(rows: readonly PlannedRow[]): readonly (readonly PlannedRow[])[] {
  const made = rows.filter(({ action }) => action.action === 'make');
  const merged = rows.filter(({ action }) => action.action === 'merge');
  return [...inPortions(made, draftsAtOnce), ...portionsOfMerges(merged)];
}

/** Rows that go into one issue go one after the other. */
function portionsOfMerges(rows: readonly PlannedRow[]): readonly (readonly PlannedRow[])[] {
  const portions: PlannedRow[][] = [];
  const target = ({ action }: PlannedRow): string =>
    action.action === 'merge' ? action.issue.id : '';
  for (const row of rows) {
    const portion = portions.find(
      (each) => each.length < locksAtOnce && each.every((other) => target(other) !== target(row)),
    );
    if (portion === undefined) portions.push([row]);
    else portion.push(row);
  }
  return portions;
}

type Batch = {
  readonly batch: readonly PlannedRow[];
  readonly outcomes: Map<number, RowOutcome>;
};

async function writeBatch(
  ports: ImportPorts,
  order: ImportOrder,
  { batch, outcomes }: Batch,
): Promise<void> {
  if (batch[0]?.action.action === 'merge') {
    for (const [row, outcome] of await mergeRows(ports, order, batch)) outcomes.set(row, outcome);
    return;
  }
  const drafts = batch.map((planned) => draftOf(ports, order, { planned, outcomes }));
  const made = await ports.issues.makeIssues(
    order.project,
    drafts.map(({ draft }) => draft),
  );
  await Promise.all(
    batch.map(async ({ row }, index) => {
      const answer = made[index];
      const asked = drafts[index];
      if (answer === undefined || asked === undefined) return;
      outcomes.set(
        row.number,
        answer.ok ? await linked(ports, answer.value, asked) : notMade(answer),
      );
    }),
  );
}

function notMade({ error }: { readonly error: DraftProblem }): RowOutcome {
  return { outcome: 'failed', error };
}

async function linked(
  { issues }: ImportPorts,
  issue: MadeIssue,
  { draft, linkTo }: Asked,
): Promise<RowOutcome> {
  const made = { outcome: 'made', issue, records: draft.records } as const;
  if (linkTo === undefined) return made;
  const link = await issues.linkStory(linkTo, issue.id);
  return link.ok ? made : { ...made, unlinked: true };
}

type Asked = { readonly draft: IssueDraft; readonly linkTo: IssueId | undefined };

function draftOf(
  { clock }: ImportPorts,
  order: ImportOrder,
  { planned, outcomes }: { readonly planned: PlannedRow; readonly outcomes: Batch['outcomes'] },
): Asked {
  const parent = parentOf(planned, order, outcomes);
  const type = parent === undefined ? order.useCaseType : order.storyType;
  // Jira takes a parent one level above only; elsewhere a link says the same.
  const fits = parent?.level === type.level + 1;
  return {
    linkTo: fits ? undefined : parent?.id,
    draft: {
      typeId: type.id,
      summary: planned.row.title.slice(0, 255),
      parentId: fits ? parent.id : null,
      records: recordsOfRow(planned.row, signatureOf(order, clock, planned.row.number)),
    },
  };
}

function parentOf(
  { parentRow, parentIssue }: PlannedRow,
  { existing, useCaseType }: ImportOrder,
  outcomes: Batch['outcomes'],
): { readonly id: IssueId; readonly level: number } | undefined {
  if (parentIssue !== undefined) return existing.find(({ id }) => id === parentIssue);
  const above = parentRow === undefined ? undefined : outcomes.get(parentRow);
  if (above?.outcome === 'made') return { id: above.issue.id, level: useCaseType.level };
  return above?.outcome === 'merged' ? existing.find(({ id }) => id === above.issue.id) : undefined;
}

function opOf({ importId }: ImportOrder, row: number): string {
  return `${importId}-${String(row)}`;
}

function signatureOf(order: ImportOrder, clock: Clock, row: number): Signature {
  const at = new Date(clock.now()).toISOString();
  return { op: opOf(order, row), by: order.by, at, source: order.source };
}

async function mergeRows(
  { saveMany }: ImportPorts,
  order: ImportOrder,
  batch: readonly PlannedRow[],
): Promise<ReadonlyMap<number, RowOutcome>> {
  const merges = batch.flatMap(({ row, action }) => {
    if (action.action !== 'merge') return [];
    const issue: MadeIssue = { id: action.issue.id as IssueId, key: action.issue.key };
    const found = order.existing.find(({ id }) => id === issue.id);
    return [{ row: row.number, issue, edits: editsOfRow(row, valuesOf(found), order.source) }];
  });
  const ends = await saveChanges(
    saveMany,
    merges.map(({ row, issue, edits }) => ({
      ...{ issue: issue.id, changes: edits, operation: opOf(order, row) },
    })),
  );
  return new Map(
    merges.map(({ row, issue, edits }): [number, RowOutcome] => {
      const end = ends.get(issue.id);
      if (end?.outcome === 'failed') return [row, end];
      return end?.outcome === 'changed'
        ? [row, { outcome: 'failed', error: { code: 'changed-meanwhile' } }]
        : [row, { outcome: 'merged', issue, edits }];
    }),
  );
}

function valuesOf(issue: ProjectIssue | undefined): Values {
  const values = recordKinds.map((kind): Values => {
    const read = readRecord(kind, issue?.raw[kind]);
    return read.state === 'ready' ? read.record.values : {};
  });
  return Object.assign({}, ...values) as Values;
}

/**
 * Issues that an earlier attempt made although its answer was lost: they bear the operation's name.
 * Only a second attempt looks.
 */
async function landedBefore(
  { issues }: ImportPorts,
  order: ImportOrder,
): Promise<ReadonlyMap<string, RowOutcome>> {
  if (order.before.size === 0) return new Map();
  const listed = await issues.listIssues(order.project, {
    jql: 'created >= -2d',
    kinds: authoredKinds,
  });
  return new Map(
    (listed.ok ? listed.value : []).flatMap((issue) =>
      operationsOn(issue).map((op): [string, RowOutcome] => [op, madeBefore(issue)]),
    ),
  );
}

function madeBefore({ id, key, raw }: ProjectIssue): RowOutcome {
  return { outcome: 'made', issue: { id, key }, records: raw as IssueDraft['records'] };
}

function operationsOn({ raw }: ProjectIssue): readonly string[] {
  return recordKinds.flatMap((kind) => {
    const read = readRecord(kind, raw[kind]);
    return read.state === 'ready' ? read.record.changes.map(({ op }) => op) : [];
  });
}
