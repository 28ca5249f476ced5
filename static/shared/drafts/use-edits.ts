import { useEffect, useState } from 'react';
import {
  clashesIn,
  openEdits,
  settled,
  withEdit,
  withEdits,
  withoutParts,
  type Parts,
  type PendingClash,
  type PendingEdits,
} from '#domain/document/pending-edits';
import type { Json } from '#domain/use-case/json';
import type { DraftBox, OtherDraft } from './draft-box';

/** Unsaved changes of one thing, as a form works on them. */
export type Edits = {
  /** The parts as the person would have them. */
  readonly values: Parts;
  /** What is still to be saved. */
  readonly open: PendingEdits;
  readonly clashes: readonly PendingClash[];
  /** Changes from other tabs, or from before the page was loaded. */
  readonly others: readonly OtherDraft[];
  readonly change: (next: Readonly<Record<string, Json>>) => void;
  readonly settle: (clash: PendingClash, isMine: boolean) => void;
  readonly takeUp: (other: OtherDraft) => void;
  readonly throwAway: (other: OtherDraft) => void;
  /** Forgets what was saved. */
  readonly forget: (parts: readonly string[]) => void;
  readonly clear: () => void;
};

/** Keeps what a person changes of a thing until it is saved, whatever others do to it meanwhile. */
export function useEdits(box: DraftBox, parts: Parts): Edits {
  const [edits, setEdits] = useState<PendingEdits>({});
  const [others, setOthers] = useState(box.others);
  useEffect(() => {
    const look = (): void => {
      setOthers(box.others());
    };
    // Other tabs of this browser write while this one stands.
    window.addEventListener('storage', look);
    return () => {
      window.removeEventListener('storage', look);
    };
  }, [box]);
  const keep = (next: PendingEdits): void => {
    box.keep(next);
    setEdits(next);
  };
  const drop = ({ tab }: OtherDraft): void => {
    box.drop(tab);
    setOthers(others.filter((each) => each.tab !== tab));
  };
  return {
    values: withEdits(parts, edits),
    open: openEdits(parts, edits),
    clashes: clashesIn(parts, edits),
    others,
    change: (changes) => {
      const next = Object.entries(changes).reduce(
        (all, [part, value]) => withEdit(all, parts, { part, next: value }),
        edits,
      );
      keep(next);
    },
    settle: (clash, isMine) => {
      keep(settled(edits, clash, isMine));
    },
    takeUp: (other) => {
      keep({ ...edits, ...other.edits });
      drop(other);
    },
    throwAway: drop,
    forget: (saved) => {
      keep(withoutParts(edits, saved));
    },
    clear: () => {
      keep({});
    },
  };
}
