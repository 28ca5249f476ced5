import * as v from 'valibot';
import { authoredKinds } from '../domain/authored-kinds';
import { propertyKeys } from '../domain/property-keys';
import type { WriteLocks } from '../ports/write-locks';

const deleted = v.object({ issue: v.object({ id: v.string() }) });

/** Removes what was kept beside the documents of an issue that is gone. */
export function issueDeleted({ locks }: { readonly locks: WriteLocks }) {
  return async (event: unknown): Promise<void> => {
    const parsed = v.safeParse(deleted, event);
    if (!parsed.success) return;
    const { id } = parsed.output.issue;
    await locks.remove(
      authoredKinds.map((kind) => ({ entity: 'issue', id, key: propertyKeys[kind] })),
    );
  };
}
