import type { PlannedRow } from '../../domain/import/plan-import';
import { authoredKinds } from '../../domain/authored-kinds';
import { recordsOfRow } from '../../domain/import/row-edit';
import { success, type Result } from '../../domain/result';
import { isJsonObject, type Json } from '../../domain/use-case/json';
import type { JiraProblem } from '../../ports/issue-records';
import type {
  DraftProblem,
  IssueDraft,
  MadeIssue,
  ProjectIssue,
  StoredRecords,
} from '../../ports/project-issues';
import {
  opOf,
  signatureOf,
  type ImportOrder,
  type ImportPorts,
  type Outcomes,
  type RowOutcome,
} from './import-order';

/** What one step of an import writes into. */
type Progress = { readonly outcomes: Outcomes; readonly told: () => void };

/** How often rows without an answer are sent again once they are surely not there. */
const triesOfUnanswered = 2;

/**
 * Makes the issues of up to 50 rows. Where the answer is lost, the rows are looked for by the names of
 * their operations, and those that are not there are sent again.
 */
export async function makeRows(
  ports: ImportPorts,
  order: ImportOrder,
  { batch, ...progress }: Progress & { readonly batch: readonly PlannedRow[] },
): Promise<void> {
  const { outcomes } = progress;
  let open = batch;
  for (let attempt = 0; attempt <= triesOfUnanswered && open.length > 0; attempt += 1) {
    await send(ports, order, { batch: open, outcomes });
    await findUnknown(ports, order, progress);
    open = open.filter(({ row }) => !outcomes.has(row.number));
  }
  // What was sent last may still land: it is looked for before it is sent again.
  for (const { row } of open) outcomes.set(row.number, { outcome: 'unknown' });
}

async function send(
  ports: ImportPorts,
  order: ImportOrder,
  { batch, outcomes }: { readonly batch: readonly PlannedRow[]; readonly outcomes: Outcomes },
): Promise<void> {
  const asked = batch.map((planned) => draftOf(ports, order, { planned, outcomes }));
  const answers = await ports.issues.makeIssues(
    order.project,
    asked.map(({ draft }) => draft),
  );
  await Promise.all(
    asked.map(async ({ row, draft, level, linkTo }, index) => {
      const answer = answers[index];
      if (answer?.ok === true) {
        const made = { issue: answer.value, level, records: draft.records };
        outcomes.set(row, await linked(ports, made, linkTo));
      } else if (answer !== undefined && provesNotMade(answer.error)) {
        outcomes.set(row, { outcome: 'failed', error: answer.error });
      } else outcomes.set(row, { outcome: 'unknown' });
    }),
  );
}

/** After any other answer the issue may have been made. */
function provesNotMade(error: DraftProblem): boolean {
  return error.problem === 'not-taken' || (error.problem === 'refused' && error.status === 400);
}

/** Pauses before the looks for what may have been made, in ms. */
const pauses = [500, 2_000, 5_000, 10_000];

/**
 * Looks for the rows whose fate is unknown. A row that is found was made. One that is not found by the
 * last look, 17 seconds later, loses its outcome and so may be sent again; while Jira cannot be asked,
 * it stays unknown. docs/decisions/0014 tells why the looks go by key and not by the search alone.
 */
export async function findUnknown(
  ports: ImportPorts,
  order: ImportOrder,
  { outcomes, told }: Progress,
): Promise<void> {
  const unknown = (): readonly number[] =>
    [...outcomes].flatMap(([row, { outcome }]) => (outcome === 'unknown' ? [row] : []));
  if (unknown().length === 0) return;
  told();
  let isProof = false;
  for (const pause of pauses) {
    await ports.clock.wait(pause);
    const found = await madeRecently(ports, order);
    isProof = found.ok;
    if (found.ok) await takeFound(ports, order, { outcomes, found: found.value });
    told();
    if (unknown().length === 0) return;
  }
  if (isProof) for (const row of unknown()) outcomes.delete(row);
}

/** Takes what was found for the rows that it was made of. */
async function takeFound(
  ports: ImportPorts,
  order: ImportOrder,
  { outcomes, found }: { readonly outcomes: Outcomes; readonly found: readonly ProjectIssue[] },
): Promise<void> {
  for (const planned of order.planned) {
    const { number } = planned.row;
    if (outcomes.get(number)?.outcome !== 'unknown') continue;
    const issue = found.find(({ raw }) => operationOn(raw.import) === opOf(order, number));
    if (issue === undefined) continue;
    const { id, key, level, raw } = issue;
    const { linkTo } = draftOf(ports, order, { planned, outcomes });
    const made = { issue: { id, key }, level, records: authored(raw) };
    outcomes.set(number, await linked(ports, made, linkTo));
  }
}

/** What the search knows of the last days, and what it does not know yet. */
async function madeRecently(
  { issues }: ImportPorts,
  { project }: ImportOrder,
): Promise<Result<readonly ProjectIssue[], JiraProblem>> {
  const kinds = [...authoredKinds, 'import'] as const;
  const newest = await issues.readNewest(project, kinds);
  if (!newest.ok) return newest;
  const listed = await issues.listIssues(project, { jql: 'created >= -2d', kinds });
  return listed.ok ? success([...newest.value, ...listed.value]) : listed;
}

function operationOn(raw: Json | undefined): string | undefined {
  const op = isJsonObject(raw) ? raw['op'] : undefined;
  return typeof op === 'string' ? op : undefined;
}

function authored(raw: ProjectIssue['raw']): StoredRecords {
  const kept = Object.entries(raw).filter(([kind]) => kind !== 'import');
  return Object.fromEntries(kept);
}

async function linked(
  { issues }: ImportPorts,
  made: Pick<Made, 'issue' | 'level' | 'records'>,
  linkTo: MadeIssue | undefined,
): Promise<RowOutcome> {
  const outcome = { outcome: 'made', ...made } as const;
  if (linkTo === undefined) return outcome;
  const link = await issues.linkStory(linkTo.id, made.issue.id);
  // Where the answer was lost, the link may be there all the same, and is the import's own.
  return { ...outcome, linkedTo: linkTo, ...(!link.ok && { unlinked: true as const }) };
}

type Made = Extract<RowOutcome, { outcome: 'made' }>;

type Asked = {
  readonly row: number;
  readonly level: number;
  readonly draft: IssueDraft;
  readonly linkTo: MadeIssue | undefined;
};

function draftOf(
  { clock }: ImportPorts,
  order: ImportOrder,
  { planned, outcomes }: { readonly planned: PlannedRow; readonly outcomes: Outcomes },
): Asked {
  const parent = parentOf(planned, order, outcomes);
  const type = parent === undefined ? order.useCaseType : order.storyType;
  // Jira takes a parent one level above only; elsewhere a link says the same.
  const fits = parent?.level === type.level + 1;
  const { number, title } = planned.row;
  return {
    row: number,
    level: type.level,
    linkTo: fits ? undefined : parent,
    draft: {
      typeId: type.id,
      summary: title.slice(0, 255),
      parentId: fits ? parent.id : null,
      records: recordsOfRow(planned.row, signatureOf(order, clock, number)),
      op: opOf(order, number),
    },
  };
}

function parentOf(
  { parentRow, parentIssue }: PlannedRow,
  { existing }: ImportOrder,
  outcomes: Outcomes,
): (MadeIssue & { readonly level: number }) | undefined {
  if (parentIssue !== undefined) return existing.find(({ id }) => id === parentIssue);
  const above = parentRow === undefined ? undefined : outcomes.get(parentRow);
  if (above?.outcome === 'made') return { ...above.issue, level: above.level };
  return above?.outcome === 'merged' ? existing.find(({ id }) => id === above.issue.id) : undefined;
}
