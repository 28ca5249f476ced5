import type { AppError } from '#contract';
import { recordKinds, type FieldName } from '#domain/use-case/fields';
import { isJsonObject } from '#domain/use-case/json';
import type { JiraProblem, Subject } from '#ports/issue-records';
import { textOfValue } from '#domain/fill/value-text';
import {
  changesOf,
  newsOf,
  storedValues,
  withSubject,
  type WorkspaceState,
} from './workspace-state';
import type { WorkspaceStore, WorkspaceWorld } from './workspace-world';

/** Loads the issue, notes what others changed, and lets go of drafts that the record overtook. */
export async function loadSubject(world: WorkspaceWorld, store: WorkspaceStore): Promise<void> {
  const before = store.state().records;
  const subject = await world.records.loadSubject(world.place);
  if (!subject.ok) {
    const error = errorOf(subject.error);
    // What is on the screen already stays there while Jira does not answer.
    const keep = store.state().phase === 'ready' && error.code === 'no-answer';
    if (!keep) store.update({ phase: 'failed', error });
    return;
  }
  const { records } = store.state();
  // A save that landed while this was on its way knows better.
  showSubject(world, store, subject.value, records === before ? undefined : records);
}

/** Shows an issue that is here already, as an opener hands it to a dialog. */
export function showSubject(
  world: WorkspaceWorld,
  store: WorkspaceStore,
  subject: Subject,
  newer?: WorkspaceState['records'],
): void {
  const shown = withSubject(store.state(), subject);
  store.update(newer === undefined ? shown : { ...shown, records: newer });
  noteNews(world, store);
  for (const field of settledDrafts(store.state())) world.drafts.remove(field);
  store.update({ drafts: world.drafts.all() });
}

function errorOf({ problem }: JiraProblem): AppError {
  return problem === 'gone' || problem === 'forbidden' ? { code: 'gone' } : { code: 'no-answer' };
}

/** Text that has meanwhile become the record's own needs no keeping. */
function settledDrafts(state: WorkspaceState): readonly FieldName[] {
  const stored = storedValues(state);
  const names = Object.keys(state.drafts) as FieldName[];
  return names.filter((field) => state.drafts[field]?.text === textOfValue(field, stored[field]));
}

function noteNews({ seen, viewer }: WorkspaceWorld, { state, update }: WorkspaceStore): void {
  const { records } = state();
  const news = recordKinds.flatMap((kind) => newsOf(records[kind], seen.read(kind), viewer));
  for (const kind of recordKinds) {
    const read = records[kind];
    if (read.state === 'ready') seen.write(kind, read.record.rev);
    if (read.state === 'absent') seen.write(kind, 0);
  }
  if (news.length > 0) update({ news });
}

/** Who answered last about value and effort. */
function raterOf({ subject }: WorkspaceState): readonly string[] {
  const rating = subject?.raw.rating;
  const by = isJsonObject(rating) ? rating['updatedBy'] : undefined;
  return typeof by === 'string' ? [by] : [];
}

/** Reads the names of the people who changed the records, once each. */
export async function loadNames({ people }: WorkspaceWorld, store: WorkspaceStore): Promise<void> {
  const { names } = store.state();
  const ids = new Set([...changesOf(store.state()).map(({ by }) => by), ...raterOf(store.state())]);
  const unknown = [...ids].filter((id) => !names.has(id));
  if (unknown.length === 0) return;
  const found = await people.readNames(unknown);
  // A name that cannot be read is asked for once only; the panel then says "somebody".
  const blanks = unknown.map((id): [string, string] => [id, '']);
  store.update({
    names: new Map([...store.state().names, ...blanks, ...(found.ok ? found.value : [])]),
  });
}
