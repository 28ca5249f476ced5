import { sameJson } from './seal';
import type { Json } from '../use-case/json';

/** What a person changed of one part and has not saved: what they saw, and what they want. */
export type PendingEdit = { readonly base: Json; readonly next: Json };

/** Unsaved changes of a thing of several parts, by the name of the part. */
export type PendingEdits = Readonly<Record<string, PendingEdit>>;

/** The parts of a thing as they are stored now. */
export type Parts = Readonly<Record<string, Json | undefined>>;

/** A part that somebody else changed while a person was changing it, too. */
export type PendingClash = PendingEdit & { readonly part: string; readonly theirs: Json };

/** What stands under a name; never what every object has under such a name. */
function ownOf<Value>(map: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** The parts as the person would have them; a part that clashes shows what they typed. */
export function withEdits(parts: Parts, edits: PendingEdits): Parts {
  const typed = Object.entries(edits).map(([part, { next }]) => [part, next] as const);
  return { ...parts, ...Object.fromEntries(typed) };
}

/** The edits with one part changed; a part that is as it was seen is no edit any more. */
export function withEdit(
  edits: PendingEdits,
  parts: Parts,
  change: { readonly part: string; readonly next: Json },
): PendingEdits {
  const { part, next } = change;
  const base = ownOf(edits, part)?.base ?? ownOf(parts, part) ?? null;
  const others = withoutParts(edits, [part]);
  return sameJson(base, next) ? others : { ...others, [part]: { base, next } };
}

/** The edits without those of some parts, which are saved or given up. */
export function withoutParts(edits: PendingEdits, parts: readonly string[]): PendingEdits {
  return Object.fromEntries(Object.entries(edits).filter(([part]) => !parts.includes(part)));
}

/** The parts that both changed, and differently. */
export function clashesIn(parts: Parts, edits: PendingEdits): readonly PendingClash[] {
  return Object.entries(edits).flatMap(([part, { base, next }]) => {
    const theirs = ownOf(parts, part) ?? null;
    return sameJson(theirs, base) || sameJson(theirs, next) ? [] : [{ part, base, next, theirs }];
  });
}

/** What is still to be saved: edits that are stored already are done. */
export function openEdits(parts: Parts, edits: PendingEdits): PendingEdits {
  return Object.fromEntries(
    Object.entries(edits).filter(([part, { next }]) => !sameJson(ownOf(parts, part) ?? null, next)),
  );
}

/** Ends a clash: with one's own value, as if one had seen theirs, or with theirs. */
export function settled(
  edits: PendingEdits,
  { part, next, theirs }: PendingClash,
  isMine: boolean,
): PendingEdits {
  const others = withoutParts(edits, [part]);
  return isMine ? { ...others, [part]: { base: theirs, next } } : others;
}
