import { useRef, useState } from 'react';
import type { IssueId } from '#domain/ids';
import {
  editMany,
  leftOf,
  reversed,
  withLater,
  type EditOutcome,
  type IssueEdit,
} from '#bulk/edit-many';
import { useProject } from '../project-context';

/** A change of many issues: how far it is, and what came of it. */
export type ManyRun = {
  readonly edits: readonly IssueEdit[];
  readonly outcomes: ReadonlyMap<IssueId, EditOutcome>;
  readonly undoing: boolean;
};

export type ManyEdits = {
  readonly run: ManyRun | undefined;
  readonly busy: boolean;
  /** Saves edits; `lookAgain` finds what came to be meanwhile, until there is nothing new. */
  readonly start: (
    edits: readonly IssueEdit[],
    lookAgain?: () => Promise<readonly IssueEdit[]>,
  ) => Promise<void>;
  readonly stop: () => void;
  readonly undo: () => Promise<void>;
  /** Tries again what failed. */
  readonly retry: () => Promise<void>;
  readonly dismiss: () => void;
};

/** How often it is looked for what came to be while edits were saved. */
const looksAtMost = 3;

/** Changes many issues from this page, and keeps the page in step. */
export function useManyEdits(): ManyEdits {
  const { store } = useProject();
  const [run, setRun] = useState<ManyRun>();
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);
  /** Works through what is left of a run; what came of the rest is known already. */
  const work = async ({ edits, outcomes: before, undoing }: ManyRun): Promise<ManyRun> => {
    const open = leftOf(edits, before);
    stopped.current = false;
    setBusy(true);
    setRun({ edits, outcomes: before, undoing });
    const came = await editMany(store.world.saveMany, open, {
      operation: store.world.newId(),
      onProgress: (sofar) => {
        setRun({ edits, outcomes: withLater(before, sofar), undoing });
      },
      stopped: () => stopped.current,
    });
    const outcomes = withLater(before, came);
    for (const [issue, { saved }] of came) store.apply(issue, saved);
    const isStaged = [...came.values()].some(({ saved }) =>
      saved.some(({ field }) => field === 'stage'),
    );
    if (isStaged) {
      // Scores bear the stage: those that it changed are made anew.
      const { rescore } = await import('./rescore');
      await rescore(store);
    }
    setRun({ edits, outcomes, undoing });
    setBusy(false);
    // Histories and what was made of the answers come with the next reading.
    void store.load();
    return { edits, outcomes, undoing };
  };
  return {
    run,
    busy,
    start: async (edits, lookAgain) => {
      let done = await work({ edits, outcomes: new Map(), undoing: false });
      for (let look = 0; look < looksAtMost && lookAgain !== undefined; look += 1) {
        const { outcomes } = done;
        const found = (await lookAgain()).filter(({ issue }) => !outcomes.has(issue));
        if (found.length === 0 || stopped.current) return;
        done = await work({ ...done, edits: [...done.edits, ...found] });
      }
    },
    stop: () => {
      stopped.current = true;
    },
    undo: async () => {
      if (run === undefined) return;
      const edits = reversed(run.edits, run.outcomes);
      await work({ edits, outcomes: new Map(), undoing: true });
    },
    retry: async () => {
      if (run !== undefined) await work(run);
    },
    dismiss: () => {
      setRun(undefined);
    },
  };
}
