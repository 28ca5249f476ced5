import { useRef, useState } from 'react';
import type { RatingChange } from '#domain/scoring/stored-rating';
import type { IssueId } from '#domain/ids';
import { t } from '../../../shared/texts';

/** One use case's part in a step: its answers that change. */
export type Rescoring = {
  readonly issue: IssueId;
  readonly key: string;
  readonly changes: readonly RatingChange[];
};

/** What was changed at once: one use case, or a selection. */
export type Step = readonly Rescoring[];

/** The steps that were taken here, and the ways back and forth. */
export type Steps = {
  readonly undoable: Step | undefined;
  readonly redoable: Step | undefined;
  /** Notes a step that was taken. */
  readonly did: (step: Step) => void;
  /** Takes the last step back; says what came of it. What did not come through can be tried again. */
  readonly undo: () => Promise<string>;
  readonly redo: () => Promise<string>;
};

/** What was done and what was undone, the latest last. */
type Taken = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

/**
 * Keeps steps, so that they can be undone and done again; `run` saves one and tells what came through.
 * One after the other: a key that is pressed twice takes two steps back.
 */
export function useSteps(run: (step: Step) => Promise<Step>): Steps {
  const [shown, setShown] = useState<Taken>({ done: [], undone: [] });
  const taken = useRef(shown);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const set = (next: Taken): void => {
    taken.current = next;
    setShown(next);
  };
  const next = (work: () => Promise<string>): Promise<string> => {
    const result = queue.current.then(work);
    queue.current = result.catch(() => undefined);
    return result;
  };
  return {
    undoable: shown.done.at(-1),
    redoable: shown.undone.at(-1),
    did: (step) => {
      if (step.length > 0) set({ done: [...taken.current.done, step], undone: [] });
    },
    undo: () =>
      next(async () => {
        const step = taken.current.done.at(-1);
        if (step === undefined) return '';
        const { takenBackAnswers } = await import('#domain/scoring/stored-rating');
        const back = step.map((part) => ({ ...part, changes: takenBackAnswers(part.changes) }));
        const saved = await run(back);
        const [through, left] = parted(step, saved);
        const { done, undone } = taken.current;
        set({
          done: done.flatMap((each) => (each === step ? left : [each])),
          undone: [...undone, ...through],
        });
        return told(step, saved, [
          t('quadrant.useSteps.backWhereItWas'),
          t('quadrant.useSteps.backWhereTheyWere'),
        ]);
      }),
    redo: () =>
      next(async () => {
        const step = taken.current.undone.at(-1);
        if (step === undefined) return '';
        const saved = await run(step);
        const [through, left] = parted(step, saved);
        const { done, undone } = taken.current;
        set({
          done: [...done, ...through],
          undone: undone.flatMap((each) => (each === step ? left : [each])),
        });
        return told(step, saved, [
          t('quadrant.useSteps.movedAgain'),
          t('quadrant.useSteps.movedAgain'),
        ]);
      }),
  };
}

/** A step in two: what came through, and what is left of it. */
function parted(step: Step, saved: Step): readonly [readonly Step[], readonly Step[]] {
  const ids = new Set(saved.map(({ issue }) => issue));
  const through = step.filter(({ issue }) => ids.has(issue));
  const left = step.filter(({ issue }) => !ids.has(issue));
  return [through.length > 0 ? [through] : [], left.length > 0 ? [left] : []];
}

/** A step in a few letters, for the button that takes it back. */
export function nameOf(step: Step | undefined): string {
  if (step === undefined) return '';
  return step.length === 1
    ? (step[0]?.key ?? '')
    : t('quadrant.useSteps.changes', { stepCount: step.length });
}

function told(step: Step, saved: Step, [one, many]: readonly [string, string]): string {
  const left = step.length - saved.length;
  if (left === 0)
    return step.length === 1
      ? t('quadrant.useSteps.is', { step: nameOf(step), one })
      : t('quadrant.useSteps.allAre', { many });
  const who =
    step.length === 1 ? nameOf(step) : t('quadrant.useSteps.of', { left, stepCount: step.length });
  return t('quadrant.useSteps.changedInTheMeantimeOr', { who });
}
