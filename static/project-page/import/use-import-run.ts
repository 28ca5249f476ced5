import { useRef, useState } from 'react';
import type { PlannedRow } from '#domain/import/plan-import';
import { isOpen, type ImportOrder, type RowOutcome } from '#bulk/import/import-order';
import { importRows } from '#bulk/import/import-rows';
import { undoImport, type UndoneImport } from '#bulk/import/undo-import';
import { useProject } from '../project-context';
import { pause } from '../../shared/pause';
import type { TypeChoice } from './type-choice';

/** An import that is under way or has ended. */
export type ImportRun = {
  readonly phase: 'running' | 'paused' | 'done' | 'undoing';
  readonly outcomes: ReadonlyMap<number, RowOutcome>;
  /** Rows that were not reached or failed. */
  readonly open: number;
  /** What was taken back so far; empty before. */
  readonly undone: UndoneImport;
  readonly start: () => Promise<void>;
  readonly togglePause: () => void;
  readonly stop: () => void;
  /** Takes the import back, or goes on with it where something failed or a rule was in the way. */
  readonly undo: (withRules: boolean) => Promise<void>;
};

/** Runs an import from this page. It can be paused, stopped, gone on with, and undone as one. */
export function useImportRun(
  planned: readonly PlannedRow[],
  source: string,
  types: TypeChoice,
): ImportRun {
  const { store } = useProject();
  const { world } = store;
  const [phase, setPhase] = useState<ImportRun['phase']>('running');
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, RowOutcome>>(new Map());
  const [undone, setUndone] = useState<UndoneImport>(new Map());
  const [importId] = useState(world.newId);
  const hold = useHold();
  const { issues, saveMany, removeRecord } = world;
  const ports = { issues, saveMany, removeRecord, clock: browserClock };
  const order = (): ImportOrder => ({
    project: world.project,
    importId,
    by: world.viewer,
    source,
    planned,
    useCaseType: types.useCase,
    storyType: types.story,
    existing: store.state().useCases.map(({ issue }) => issue),
    before: outcomes,
  });
  return {
    phase,
    outcomes,
    open: planned.filter(({ row }) => isOpen(outcomes.get(row.number))).length,
    undone,
    start: async () => {
      hold.release();
      setPhase('running');
      const onProgress = (sofar: ReadonlyMap<number, RowOutcome>): void => {
        setOutcomes(new Map(sofar));
      };
      setOutcomes(await importRows(ports, order(), { onProgress, mayGoOn: hold.mayGoOn }));
      setPhase('done');
    },
    togglePause: () => {
      setPhase(hold.togglePause() ? 'paused' : 'running');
    },
    stop: () => {
      hold.stop();
    },
    undo: async (withRules) => {
      setPhase('undoing');
      const wish = { before: undone, withRules, onProgress: setUndone };
      setUndone(await undoImport(ports, order(), outcomes, wish));
      setPhase('done');
      void store.load();
    },
  };
}

/** A hand on something that runs in steps: it can be held, let go and stopped between two of them. */
function useHold(): {
  readonly mayGoOn: () => Promise<'go' | 'stop'>;
  /** Tells whether it is held now. */
  readonly togglePause: () => boolean;
  readonly stop: () => void;
  readonly release: () => void;
} {
  const hold = useRef({ stopped: false, paused: false, wake: (): void => undefined });
  return {
    mayGoOn: async () => {
      if (hold.current.paused) {
        await new Promise<void>((resolve) => {
          hold.current.wake = resolve;
        });
      }
      return hold.current.stopped ? 'stop' : 'go';
    },
    togglePause: () => {
      hold.current.paused = !hold.current.paused;
      if (!hold.current.paused) hold.current.wake();
      return hold.current.paused;
    },
    stop: () => {
      hold.current.stopped = true;
      hold.current.wake();
    },
    release: () => {
      hold.current = { stopped: false, paused: false, wake: () => undefined };
    },
  };
}

const browserClock = {
  now: () => Date.now(),
  wait: pause,
};
