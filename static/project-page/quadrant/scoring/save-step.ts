import { locksAtOnce } from '#domain/documents';
import { inPortions } from '#domain/side-by-side';
import type { AccountId } from '#domain/ids';
import { saveManyAs } from '../../../shared/save-many';
import type { Rescoring, Step } from './use-steps';

/** Saves one step of many use cases in portions; resolves with the changes that came through. */
export async function saveStep(
  viewer: AccountId,
  step: Step,
  control: { readonly onProgress: (done: number) => void; readonly stopped: () => boolean },
): Promise<Step> {
  const saveMany = saveManyAs(viewer);
  const operation = crypto.randomUUID();
  const saved: Rescoring[] = [];
  let done = 0;
  for (const portion of inPortions(step, locksAtOnce)) {
    if (control.stopped()) break;
    const ends = await saveMany(
      'rating',
      portion.map(({ issue, changes }) => ({ issue, opId: `${operation}-${issue}`, changes })),
    );
    for (const part of portion) {
      const end = ends.get(part.issue);
      if (end?.end !== 'saved') continue;
      const changes = part.changes.filter(({ input }) => !end.clashes.includes(input));
      if (changes.length > 0) saved.push({ ...part, changes });
    }
    done += portion.length;
    control.onProgress(done);
  }
  return saved;
}
