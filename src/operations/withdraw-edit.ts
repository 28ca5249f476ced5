import type { AppError, WithdrawalView } from '../contract';
import { holdsAtMost } from '../domain/document/write-lock';
import { success, type Result } from '../domain/result';
import type { Clock } from '../ports/clock';
import type { DocumentPlace } from '../ports/documents';
import type { AccountId } from '../domain/ids';
import type { WriteLocks } from '../ports/write-locks';
import { withdraw } from './change-lock';

/**
 * Takes back an operation of the viewer's whose fate nobody knows, so that it is not completed behind
 * their back after they were told that it failed. Needs no permission beyond being its author, who may
 * have lost the permission to edit; nothing that is stored is told.
 */
export async function withdrawEdit(
  { locks, clock }: { readonly locks: WriteLocks; readonly clock: Clock },
  place: DocumentPlace,
  viewer: AccountId,
  opId: string,
): Promise<Result<WithdrawalView, AppError>> {
  const end = await withdraw(locks, place, opId, ({ takenAt, operations }) => {
    const own = operations.some(({ op, by }) => op === opId && by === viewer);
    // Whoever holds it may still be at work; it is withdrawn when that is surely over.
    return own && clock.now() - takenAt >= holdsAtMost;
  });
  return success({ end });
}
