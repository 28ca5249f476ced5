import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { authoredKinds } from '../domain/authored-kinds';
import { propertyKeys } from '../domain/property-keys';
import type { WriteLocks } from '../ports/write-locks';
import { tryAgain } from './try-again';

const deleted = v.object({ issue: v.object({ id: v.string() }) });

/** Removes what was kept beside the documents of an issue that is gone. */
export function issueDeleted({ locks }: { readonly locks: WriteLocks }) {
  return async (event: unknown): Promise<InvocationError | undefined> => {
    const parsed = v.safeParse(deleted, event);
    if (!parsed.success) return undefined;
    const { id } = parsed.output.issue;
    const removed = await locks.remove(
      authoredKinds.map((kind) => ({ entity: 'issue', id, key: propertyKeys[kind] })),
    );
    return removed.ok ? undefined : tryAgain();
  };
}
