import { useEffect, useRef, useState } from 'react';
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
  /** Forgets what was saved, as far as it was not changed again since it was sent. */
  readonly forget: (sent: PendingEdits) => void;
  readonly clear: () => void;
};

/** Keeps what a person changes of a thing until it is saved, whatever others do to it meanwhile. */
export function useEdits(box: DraftBox, parts: Parts): Edits {
  const [edits, setEdits] = useState<PendingEdits>(box.own);
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
  // What is typed while a save is on its way comes on top of what was typed before it.
  const latest = useRef(edits);
  const keep = (next: PendingEdits): void => {
    latest.current = next;
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
        latest.current,
      );
      keep(next);
    },
    settle: (clash, isMine) => {
      keep(settled(latest.current, clash, isMine));
    },
    takeUp: (other) => {
      const own = latest.current;
      const both = Object.entries(own).filter(([part]) => Object.hasOwn(other.edits, part));
      box.putAside(Object.fromEntries(both));
      keep({ ...own, ...other.edits });
      box.drop(other.tab);
      setOthers(box.others());
    },
    throwAway: drop,
    forget: (sent) => {
      const now = latest.current;
      const isSent = (part: string): boolean => now[part]?.next === sent[part]?.next;
      keep(withoutParts(now, Object.keys(sent).filter(isSent)));
    },
    clear: () => {
      keep({});
    },
  };
}
