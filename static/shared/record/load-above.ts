import { chooseUseCase } from '#domain/use-case/inherit';
import { readRecord } from '#domain/use-case/stored-record';
import type { WorkspaceStore, WorkspaceWorld } from './workspace-world';

/** How many neighbours are looked at: a story has one use case, not dozens. */
const lookedAt = 5;

/** Finds the use case that this issue belongs to. It is read anew each time, never kept. */
export async function loadAbove({ records }: WorkspaceWorld, store: WorkspaceStore): Promise<void> {
  const related = (store.state().subject?.related ?? [])
    .filter(({ relation }) => relation !== 'original')
    .slice(0, lookedAt);
  if (related.length === 0) return;
  const ids = related.map(({ id }) => id);
  const found = await records.readSeveral(ids, 'useCase');
  // Without an answer, what was known stays on the screen.
  if (!found.ok) return;
  const candidates = related.map((issue) => {
    const read = readRecord('useCase', found.value.get(issue.id));
    const values = read.state === 'ready' ? read.record.values : {};
    return { relation: issue.relation, issue, values };
  });
  const chosen = chooseUseCase(candidates);
  store.update({ above: chosen && { issue: chosen.issue, values: chosen.values } });
}
