/** A change from the value that a person saw to the one that they want. */
type FromTo<Value> = { readonly base: Value; readonly next: Value };

/** What changes come to: those that apply, and those that meet another value than the person saw. */
export type Sorted<Change, Value> = {
  readonly applied: readonly Change[];
  readonly clashes: readonly { readonly change: Change; readonly theirs: Value }[];
};

/**
 * The one rule of merging, for every kind of document: a field that holds the wanted value needs nothing; one
 * that still holds what the person saw takes the new value; any other clashes and stays as it is.
 */
export function sortChanges<Value, Change extends FromTo<Value>>(
  changes: readonly Change[],
  of: {
    /** What the document holds where a change would change it. */
    readonly current: (change: Change) => Value;
    readonly isSame: (left: Value, right: Value) => boolean;
    /** Whether the operation changed it before, so that a later value is somebody else's. */
    readonly isDone?: (change: Change) => boolean;
    /** Hears of each change that applies, before the next is looked at. */
    readonly apply?: (change: Change) => void;
  },
): Sorted<Change, Value> {
  const applied: Change[] = [];
  const clashes: { readonly change: Change; readonly theirs: Value }[] = [];
  for (const change of changes) {
    const theirs = of.current(change);
    if (of.isSame(theirs, change.next) || of.isDone?.(change) === true) continue;
    if (of.isSame(theirs, change.base)) {
      of.apply?.(change);
      applied.push(change);
    } else clashes.push({ change, theirs });
  }
  return { applied, clashes };
}
