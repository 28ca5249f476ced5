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
  readonly start: (edits: readonly IssueEdit[]) => Promise<void>;
  readonly stop: () => void;
  readonly undo: () => Promise<void>;
  /** Tries again what failed. */
  readonly retry: () => Promise<void>;
  readonly dismiss: () => void;
};

/** Changes many issues from this page, and keeps the page in step. */
export function useManyEdits(): ManyEdits {
  const { store } = useProject();
  const [run, setRun] = useState<ManyRun>();
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);
  /** Works through what is left of a run; what came of the rest is known already. */
  const work = async ({ edits, outcomes: before, undoing }: ManyRun): Promise<void> => {
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
  };
  return {
    run,
    busy,
    start: (edits) => work({ edits, outcomes: new Map(), undoing: false }),
    stop: () => {
      stopped.current = true;
    },
    undo: () =>
      run
        ? work({
            edits: reversed(run.edits, run.outcomes),
            outcomes: new Map(),
            undoing: true,
          })
        : Promise.resolve(),
    retry: () => (run ? work(run) : Promise.resolve()),
    dismiss: () => {
      setRun(undefined);
    },
  };
}
