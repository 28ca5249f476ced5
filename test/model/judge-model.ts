import { remembers } from '../../src/domain/document/operation';
import { currentOf, type Told, type World } from './model-world';
import { toyValue, type ToyChange } from './toy-document';

/** What came of one interleaving. */
export type ModelRun = {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly revived: readonly string[];
  readonly overwritten: readonly string[];
  readonly falselyFailed: readonly string[];
  readonly told: readonly Told[];
};

/** Holds what people were told against what is stored in the end. */
export function judge(world: World): ModelRun {
  const { told, order } = world;
  const saved = told.filter(({ end }) => end === 'saved');
  const lostEdits = saved
    .filter(({ intent }) => intent.does === 'change')
    .flatMap(({ op, changes }) =>
      changes.filter((change) => isLost(world, op, change)).map(({ field }) => `${op}.${field}`),
    );
  const finalRaw = currentOf(world);
  const falselyFailed = told
    .filter(({ end, op }) => end === 'withdrawn' || (end === 'failed' && order.includes(op)))
    .filter(({ op }) => remembers(finalRaw, op) && !world.afterWithdrawal.has(op))
    .map(({ op }) => op);
  return {
    acknowledged: saved.length,
    lost: lostEdits,
    revived: revivedIn(world),
    overwritten: overwrittenIn(world),
    falselyFailed,
    told,
  };
}

function firstWith(world: World, op: string): number {
  return world.history.findIndex(({ raw }) => remembers(raw, op));
}

function isLost(world: World, op: string, { field, next }: ToyChange): boolean {
  const { order, history, wanted } = world;
  const final = toyValue(currentOf(world), field);
  if (final === next) return false;
  const landed = firstWith(world, op);
  // Another operation that took the lock later, and anything that a script wrote since, may have changed it.
  const later = new Set(order.slice(order.indexOf(op) + 1));
  const byLater = [...wanted].some(
    ([other, intent]) =>
      later.has(other) &&
      (intent.does === 'remove' ||
        (intent.does === 'change' &&
          intent.changes.some((each) => each.field === field && each.base === next))),
  );
  if (byLater) return false;
  // What a script wrote over it after it had landed is the script's doing; what the operation itself
  // had written over unseen, in the moment that is documented, may come back.
  return !history.some(
    ({ by, raw }, at) =>
      by === 'outside' &&
      toyValue(raw, field) !== next &&
      (at > landed ||
        history.some(
          (each, later) =>
            later > at && remembers(each.raw, op) && each.by === 'app' && each.read < at,
        )),
  );
}

/** Values from before a removal that are there in the end, though nobody brought them back. */
function revivedIn(world: World): readonly string[] {
  const { told, order, history } = world;
  const removal = told.find(({ intent, end }) => intent.does === 'remove' && end === 'saved');
  if (removal === undefined) return [];
  const taken = order.indexOf(removal.op);
  const removedAt = history.findIndex(
    ({ raw, by }, at) => by === 'app' && raw === undefined && at > 0,
  );
  if (taken < 0 || history.some(({ by }, at) => by === 'outside' && at > removedAt)) return [];
  const before = new Set(order.slice(0, taken));
  const old = told.filter(({ op }) => before.has(op)).flatMap(({ changes }) => changes);
  return old
    .filter(({ field, next }) => toyValue(currentOf(world), field) === next)
    .map(({ field, next }) => `${field}=${next}`);
}

/** What a script wrote and nobody saw before it was gone, but for the moment that is documented. */
function overwrittenIn(world: World): readonly string[] {
  const { outside, history, wanted } = world;
  return outside
    .filter(({ field, value, at }) => {
      if (toyValue(currentOf(world), field) === value) return false;
      const seen = [...wanted.values()].some((intent) =>
        intent.does === 'change'
          ? intent.changes.some((each) => each.field === field && each.base === value)
          : true,
      );
      const stated = history.some(
        (each, index) => each.by === 'app' && index > at && each.read < at && each.read >= 0,
      );
      const byScript = history.some(({ by }, index) => by === 'outside' && index > at);
      return !seen && !stated && !byScript;
    })
    .map(({ field, value }) => `${field}=${value}`);
}
