import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as v from 'valibot';
import { authoredKinds } from '../domain/authored-kinds';
import { propertyKeys } from '../domain/property-keys';
import type { WriteLocks } from '../ports/write-locks';

const deleted = v.object({ issue: v.object({ id: v.string() }) });

/** How long the platform waits before it sends an event again, in seconds. */
const retryAfter = 300;

/** Removes what was kept beside the documents of an issue that is gone. */
export function issueDeleted({ locks }: { readonly locks: WriteLocks }) {
  return async (event: unknown): Promise<InvocationError | undefined> => {
    const parsed = v.safeParse(deleted, event);
    if (!parsed.success) return undefined;
    const { id } = parsed.output.issue;
    const removed = await locks.remove(
      authoredKinds.map((kind) => ({ entity: 'issue', id, key: propertyKeys[kind] })),
    );
    const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
    return removed.ok ? undefined : new InvocationError({ retryAfter, retryReason });
  };
}
