import type { ClashOf } from '../document/operation';
import {
  programmeLists,
  programmeTexts,
  type Programme,
  type ProgrammeEntry,
  type ProgrammeListName,
  type ProgrammePart,
  type ProgrammeTextName,
} from './programme';

/**
 * One change of a programme: what the person saw, and what they want. An entry that was not there has
 * the base `null`; one that shall go has the next `null`.
 */
export type ProgrammeChange =
  | {
      readonly list: ProgrammeListName;
      readonly id: string;
      readonly base: ProgrammeEntry | null;
      readonly next: ProgrammeEntry | null;
    }
  | { readonly text: ProgrammeTextName; readonly base: string; readonly next: string };

/** Two people changed one thing: both values are shown, and a person decides. */
export type ProgrammeClash = ClashOf<ProgrammeChange>;

/** The part that a change is stored in. */
export function partOf(change: ProgrammeChange): ProgrammePart {
  return 'list' in change ? programmeLists[change.list].part : programmeTexts[change.text];
}

/** What a programme holds where a change would change it. */
export function currentOf(
  { lists, texts }: Programme,
  change: ProgrammeChange,
): ProgrammeEntry | string | null {
  if ('text' in change) return texts[change.text];
  return lists[change.list].find(({ id }) => id === change.id) ?? null;
}

/** The programme with changes made, one by one. */
export function withChanges(programme: Programme, changes: readonly ProgrammeChange[]): Programme {
  return changes.reduce(withChange, programme);
}

function withChange({ lists, texts }: Programme, change: ProgrammeChange): Programme {
  if ('text' in change) return { lists, texts: { ...texts, [change.text]: change.next } };
  const entries = lists[change.list];
  return {
    texts,
    lists: { ...lists, [change.list]: entriesWith(entries, change.id, change.next) },
  };
}

function entriesWith(
  entries: readonly ProgrammeEntry[],
  id: string,
  next: ProgrammeEntry | null,
): readonly ProgrammeEntry[] {
  if (next === null) return entries.filter((entry) => entry.id !== id);
  return entries.some((entry) => entry.id === id)
    ? entries.map((entry) => (entry.id === id ? next : entry))
    : [...entries, next];
}
