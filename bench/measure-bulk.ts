import { jiraDocuments } from '../src/adapters/jira/documents';
import { jiraIssueRecords } from '../src/adapters/jira/issue-records';
import type { JiraRequest } from '../src/adapters/jira/request';
import {
  savedIn,
  saveManyWith,
  type DocumentEdit,
  type SaveEnd,
  type SaveMany,
} from '../src/bulk/save-many';
import type { SaveView, SettleManyView, TakeManyView } from '../src/contract';
import { documentKindOf } from '../src/domain/document-kinds';
import { locksAtOnce } from '../src/domain/documents';
import { inPortions } from '../src/domain/side-by-side';
import { isJsonObject } from '../src/domain/use-case/json';
import type { FieldEdit } from '../src/domain/use-case/field-edit';
import type { IssueId } from '../src/domain/ids';
import { seedOf } from '../local-jira/worlds/worlds';
import { createSavesWorld, type SavesWorld } from './saves-world';

type Field = 'who' | 'why';

/** What somebody else was told is saved: their value stands until they or somebody later changes it. */
type Theirs = { readonly issue: IssueId; readonly field: Field; readonly value: string };

const wanted = 'Everybody who bought in the last year';

/**
 * Changes one field of many issues while two other editors, through the app, change the same and another
 * field of some of them; then they change some more, and the run is undone. Figures count fields.
 */
export async function measureBulk(count: number): Promise<object> {
  const world = createSavesWorld(seedOf(`scored-${String(count)}`)?.());
  const issues = issuesOf(world, count);
  const theirs: Theirs[] = [];
  const bulk = bulkOf(world);
  world.count();
  const cost = { before: pointsOf(world), invocations: bulk.invocations() };
  const ends = new Map<IssueId, SaveEnd>();
  const restBefore = world.local.rest.log.all().length;
  for (const [number, portion] of inPortions(issues, locksAtOnce).entries()) {
    const edits = portion.map((issue) => editOf(world, issue, 'run', { base: '', next: wanted }));
    // One of them is a moment ahead of the run, the other works beside it.
    const first = portion[number % portion.length];
    if (first !== undefined) await other(world, theirs, first, 'who', `ahead-${first}`);
    const beside = portion[(number + 7) % portion.length];
    const [saved] = await Promise.all([
      bulk.saveMany('useCase', edits),
      beside === undefined ? undefined : other(world, theirs, beside, 'why', `beside-${beside}`),
    ]);
    for (const [issue, end] of saved) ends.set(issue, end);
  }
  const run = {
    calls: world.local.rest.log.all().length - restBefore,
    points: pointsOf(world) - cost.before - pointsOfOthers(world),
    invocations: bulk.invocations() - cost.invocations,
  };
  const changed = issues.filter((issue) => isChanged(ends.get(issue)));
  const conflicts = [...ends.values()].flatMap((end) => (end.end === 'saved' ? end.clashes : []));
  const lost = changed.filter((issue) => valueOf(world, issue, 'who') !== wanted);

  // Between the run and its undoing, some of what it changed is changed by somebody else.
  const retaken = changed.filter((_issue, index) => index % 11 === 0);
  for (const issue of retaken)
    await other(world, theirs, issue, 'who', `after-${issue}`, { base: wanted });
  for (const issue of changed.filter((_issue, index) => index % 13 === 5))
    await other(world, theirs, issue, 'why', `after-why-${issue}`);
  const undone = new Map<IssueId, SaveEnd>();
  for (const portion of inPortions(changed, locksAtOnce)) {
    const edits = portion.map((issue) => editOf(world, issue, 'undo', { base: wanted, next: '' }));
    for (const [issue, end] of await bulk.saveMany('useCase', edits)) undone.set(issue, end);
  }
  await world.sweep();
  const back = changed.filter(
    (issue) => isChanged(undone.get(issue)) && valueOf(world, issue, 'who') === '',
  );
  const overwritten = theirs.filter(
    ({ issue, field, value }) =>
      valueOf(world, issue, field) !== value &&
      !theirs.some(
        (later) =>
          later !== theirs.find((each) => each.value === value) &&
          later.issue === issue &&
          later.field === field &&
          later.value === valueOf(world, issue, field),
      ),
  );
  return {
    ...run,
    ...{ changed: changed.length, conflicts: conflicts.length, lost: lost.length },
    ...{ undone: back.length, keptBecauseChanged: retaken.length },
    ...{ overwritten: overwritten.length, editsOfOthers: theirs.length },
  };
}

function isChanged(end: SaveEnd | undefined): boolean {
  return end?.end === 'saved' && end.clashes.length === 0;
}

function issuesOf({ local }: SavesWorld, count: number): readonly IssueId[] {
  const { project } = local.place('CDP-8');
  return Object.values(local.store.state().issues)
    .filter(({ projectId }) => projectId === project)
    .map(({ id }) => id as IssueId)
    .filter((issue) => valueOfIn(local, issue, 'who') === '')
    .slice(0, count);
}

function valueOf({ local }: SavesWorld, issue: IssueId, field: Field): string {
  return valueOfIn(local, issue, field);
}

function valueOfIn(local: SavesWorld['local'], issue: IssueId, field: Field): string {
  const raw = local.store.state().issueProperties[issue]?.['northstarUseCase'];
  const value = isJsonObject(raw) ? raw[field] : undefined;
  return typeof value === 'string' ? value : '';
}

function editOf(
  _world: SavesWorld,
  issue: IssueId,
  name: string,
  { base, next }: { readonly base: string; readonly next: string },
): DocumentEdit {
  const change: FieldEdit = { field: 'who', base, next };
  return { issue, opId: `bulk-${name}-${issue}`, changes: [change] };
}

/** Another editor's save, through the app. */
async function other(
  world: SavesWorld,
  theirs: Theirs[],
  issue: IssueId,
  field: Field,
  value: string,
  { base = valueOf(world, issue, field) }: { readonly base?: string } = {},
): Promise<void> {
  const edit = { opId: `other-${value}`, changes: [{ field, base, next: value }] };
  const payload = { issue, kind: 'useCase', edit };
  const saved = await world.invoke<SaveView>('admin', 'recordEditOf', payload);
  const isSaved = saved.ok && saved.value.state === 'saved' && saved.value.clashes.length === 0;
  if (isSaved) theirs.push({ issue, field, value });
}

function pointsOf({ local }: SavesWorld): number {
  return local.rest.log.all().reduce((sum, { points }) => sum + points, 0);
}

/** The points of the other editors' saves: the run is charged for its own. */
function pointsOfOthers({ local }: SavesWorld): number {
  const { accountId } = local.person('admin');
  return local.rest.log
    .all()
    .reduce((sum, request) => sum + (request.accountId === accountId ? request.points : 0), 0);
}

/** The run, as the browser of the editor does it. */
function bulkOf(world: SavesWorld): {
  readonly saveMany: SaveMany;
  readonly invocations: () => number;
} {
  const { local, clock } = world;
  const { accountId } = local.person('editor');
  let invocations = 0;
  const invoke = <View>(key: string, payload: unknown) => {
    invocations += 1;
    return world.invoke<View>('editor', key, payload);
  };
  const inFrame: JiraRequest = (path, init) =>
    local.rest.fetch(new Request(new URL(path, 'http://jira.test'), { ...init }), {
      ...{ accountId, via: 'frame', scopes: null },
    });
  const saveMany = saveManyWith({
    ...{ viewer: accountId, kindOf: documentKindOf, wait: clock.wait, now: clock.now },
    records: jiraIssueRecords(inFrame),
    documents: jiraDocuments(inFrame),
    takeMany: (payload) => invoke<TakeManyView>('takeMany', payload),
    settleMany: (payload) => invoke<SettleManyView>('settleMany', payload),
    saveOne: async (kind, { issue, opId, changes }) => {
      const payload = { issue, kind, edit: { opId, changes } };
      const saved = await invoke<SaveView>('recordEditOf', payload);
      if (!saved.ok) return { end: 'failed', error: saved.error };
      if (saved.value.state !== 'saved') return { end: 'failed', error: { code: 'withdrawn' } };
      const clashes = saved.value.clashes.map(({ field }) => field);
      return savedIn(saved.value.stored ?? undefined, opId, clashes);
    },
  });
  return { saveMany, invocations: () => invocations };
}
