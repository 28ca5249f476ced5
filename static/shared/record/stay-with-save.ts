import type { AppError, ErrorCode, Saving, WithdrawalView, PayloadOf } from '#contract';
import {
  remembers,
  type ClashOf,
  type DocumentKind,
  type FromTo,
} from '#domain/document/operation';
import { outcomeIn } from '#domain/document/replay';
import { failure, success, type Result } from '#domain/result';
import { isJsonObject, type Json } from '#domain/use-case/json';
import type { JiraProblem } from '#ports/issue-records';

/** What staying with a save needs from the world. */
export type SaveWorld = {
  readonly withdrawEdit: (
    payload: PayloadOf<'withdrawEdit'>,
  ) => Promise<Result<WithdrawalView, AppError>>;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** One save: what names it, how it is sent, and how its document is read as the viewer. */
export type SentSave<Change extends FromTo> = {
  readonly written: PayloadOf<'withdrawEdit'>;
  /** The kind of the document, and what is to be changed of it: nothing where it is replaced or removed. */
  readonly kind: DocumentKind<Change>;
  readonly changes: readonly Change[];
  readonly send: () => Promise<Result<Saving<ClashOf<Change>>, AppError>>;
  readonly read: () => Promise<Result<Json | undefined, JiraProblem>>;
  /** Whether a document shows that it is done; left out, the document must remember the operation. */
  readonly isDone?: (raw: Json | undefined) => boolean;
  /** Hears that it is not known yet whether the save landed. */
  readonly onChecking: () => void;
  /** Whether the operation may be under way already, so that a refusal of this call proves nothing. */
  readonly isBegun?: boolean;
};

/** A save whose document is known to hold it. */
export type Saved<Change extends FromTo> = Extract<Saving<ClashOf<Change>>, { state: 'saved' }>;

const pause = 2_000;

/** How long it is looked for before it is withdrawn, and how often that is tried again, in looks. */
const looksBeforeWithdrawal = 30;
const looksBetweenWithdrawals = 15;

/**
 * Stays with a save until its fate is known. The record is read from here as the viewer, which costs no
 * function time: an operation in it is saved, whatever was answered. After a minute the operation is
 * withdrawn, and only then has it failed. While that cannot be done it may still land, and is looked for.
 */
export async function stayWithSave<Change extends FromTo>(
  world: SaveWorld,
  sent: SentSave<Change>,
): Promise<Result<Saved<Change>, AppError>> {
  const { written, send, read, onChecking, isDone, isBegun = false } = sent;
  const answer = await send();
  const known = knownFrom(answer, isBegun);
  if (known !== undefined) return known;
  onChecking();
  let isOver = false;
  for (let looks = 1; ; looks += 1) {
    await world.wait(pause);
    const found = await read();
    const end = endAfter(found, isOver);
    if (end === 'saved' && found.ok) {
      const stored = isJsonObject(found.value) ? found.value : null;
      return success({ state: 'saved', stored, clashes: clashesIn(sent, found.value) });
    }
    if (end === 'withdrawn') return failure({ code: 'withdrawn' });
    isOver ||= isTimeToWithdraw(looks) && (await isWithdrawn(world, written));
  }

  function endAfter(
    found: Result<Json | undefined, JiraProblem>,
    isOver: boolean,
  ): 'saved' | 'withdrawn' | undefined {
    const isThere = isDone ?? ((raw: Json | undefined) => remembers(raw, written.opId));
    if (found.ok && isThere(found.value)) return 'saved';
    // It may have landed before it was withdrawn: only a record without it proves that it has not.
    const isProof = found.ok || found.error.problem === 'gone';
    return isOver && isProof ? 'withdrawn' : undefined;
  }
}

/** What of a save clashed, going by a document that holds it. */
function clashesIn<Change extends FromTo>(
  { kind, written, changes }: SentSave<Change>,
  raw: Json | undefined,
): readonly ClashOf<Change>[] {
  const operation = { op: written.opId, intent: { does: 'change', changes } } as const;
  return outcomeIn(kind, raw, operation).clashes;
}

/** The end, where an answer tells it: an error does not where the function was cut off, or had begun. */
function knownFrom<Change extends FromTo>(
  answer: Result<Saving<ClashOf<Change>>, AppError>,
  isBegun: boolean,
): Result<Saved<Change>, AppError> | undefined {
  if (answer.ok) return answer.value.state === 'saved' ? success(answer.value) : undefined;
  const { code } = answer.error;
  return code === 'cut-off' || (isBegun && !refusedByRecord.has(code)) ? undefined : answer;
}

/** Refusals of a record that cannot be rewritten: the function takes the operation back before it says so. */
const refusedByRecord: ReadonlySet<ErrorCode> = new Set([
  'newer-record',
  'damaged-record',
  'foreign-record',
  'too-long',
]);

function isTimeToWithdraw(looks: number): boolean {
  return looks >= looksBeforeWithdrawal && looks % looksBetweenWithdrawals === 0;
}

async function isWithdrawn(world: SaveWorld, written: PayloadOf<'withdrawEdit'>): Promise<boolean> {
  const withdrawal = await world.withdrawEdit(written);
  return withdrawal.ok && withdrawal.value.end === 'withdrawn';
}
