import { useState } from 'react';
import type { RatingChange } from '#domain/scoring/stored-rating';
import type { IssueId } from '#ports/ids';

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
  /** Takes the last step back; says what came of it. */
  readonly undo: () => Promise<string>;
  readonly redo: () => Promise<string>;
};

/** Keeps steps, so that they can be undone and done again; `run` saves one and tells what came through. */
export function useSteps(run: (step: Step) => Promise<Step>): Steps {
  const [done, setDone] = useState<readonly Step[]>([]);
  const [undone, setUndone] = useState<readonly Step[]>([]);
  return {
    undoable: done.at(-1),
    redoable: undone.at(-1),
    did: (step) => {
      if (step.length === 0) return;
      setDone((before) => [...before, step]);
      setUndone([]);
    },
    undo: async () => {
      const step = done.at(-1);
      if (step === undefined) return '';
      setDone(done.slice(0, -1));
      const { takenBackAnswers } = await import('#domain/scoring/stored-rating');
      const back = step.map((part) => ({ ...part, changes: takenBackAnswers(part.changes) }));
      const saved = await run(back);
      const redoable = step.filter(({ issue }) => saved.some((part) => part.issue === issue));
      if (redoable.length > 0) setUndone([...undone, redoable]);
      return told(step, saved, ['back where it was', 'back where they were']);
    },
    redo: async () => {
      const step = undone.at(-1);
      if (step === undefined) return '';
      setUndone(undone.slice(0, -1));
      const saved = await run(step);
      if (saved.length > 0) setDone([...done, saved]);
      return told(step, saved, ['moved again', 'moved again']);
    },
  };
}

/** A step in a few letters, for the button that takes it back. */
export function nameOf(step: Step | undefined): string {
  if (step === undefined) return '';
  return step.length === 1 ? (step[0]?.key ?? '') : `${String(step.length)} changes`;
}

function told(step: Step, saved: Step, [one, many]: readonly [string, string]): string {
  const left = step.length - saved.length;
  if (left === 0) return step.length === 1 ? `${nameOf(step)} is ${one}.` : `All are ${many}.`;
  const who = step.length === 1 ? nameOf(step) : `${String(left)} of ${String(step.length)}`;
  return `${who} changed in the meantime, or Jira did not answer.`;
}
