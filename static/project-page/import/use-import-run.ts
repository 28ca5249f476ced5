import { useRef, useState } from 'react';
import type { PlannedRow } from '#domain/import/plan-import';
import { importRows, type ImportOrder, type RowOutcome } from '#bulk/import-rows';
import { undoImport, type UndoneImport } from '#bulk/undo-import';
import { useProject } from '../project-context';
import { pause } from '../../shared/pause';
import type { TypeChoice } from './type-choice';

/** An import that is under way or has ended. */
export type ImportRun = {
  readonly phase: 'running' | 'paused' | 'done' | 'undoing';
  readonly outcomes: ReadonlyMap<number, RowOutcome>;
  /** Rows that were not reached or failed. */
  readonly open: number;
  readonly undone: UndoneImport | undefined;
  readonly start: () => Promise<void>;
  readonly togglePause: () => void;
  readonly stop: () => void;
  readonly undo: () => Promise<void>;
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
  const [undone, setUndone] = useState<UndoneImport>();
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
    undo: async () => {
      setPhase('undoing');
      setUndone(await undoImport(ports, { project: world.project, importId }, outcomes));
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

function isOpen(outcome: RowOutcome | undefined): boolean {
  return outcome === undefined || outcome.outcome === 'failed';
}
