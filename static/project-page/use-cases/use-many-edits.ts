import { useRef, useState } from 'react';
import type { IssueId } from '#ports/ids';
import { editMany, reversed, type EditOutcome, type IssueEdit } from '#bulk/edit-many';
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
  const work = async (edits: readonly IssueEdit[], undoing: boolean): Promise<void> => {
    stopped.current = false;
    setBusy(true);
    setRun({ edits, outcomes: new Map(), undoing });
    const outcomes = await editMany(store.world.saveMany, edits, {
      operation: store.world.newId(),
      onProgress: (sofar) => {
        setRun({ edits, outcomes: new Map(sofar), undoing });
      },
      stopped: () => stopped.current,
    });
    for (const { issue, changes } of edits)
      if (outcomes.get(issue)?.outcome === 'saved') store.apply(issue, changes);
    if (edits.some(({ changes }) => changes.some(({ field }) => field === 'stage'))) {
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
    start: (edits) => work(edits, false),
    stop: () => {
      stopped.current = true;
    },
    undo: () => (run ? work(reversed(run.edits, run.outcomes), true) : Promise.resolve()),
    retry: () =>
      run
        ? work(
            run.edits.filter(({ issue }) => run.outcomes.get(issue)?.outcome !== 'saved'),
            run.undoing,
          )
        : Promise.resolve(),
    dismiss: () => {
      setRun(undefined);
    },
  };
}
