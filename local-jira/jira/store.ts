import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { applyEntry, type Entry } from './entries';
import type { State } from './state';

/** Who made a change: a person, and whether through the app. */
export type Actor = { readonly accountId: string; readonly throughApp: boolean };

/** A change that was completed, with the state on both sides of it. */
export type Change = {
  readonly before: State;
  readonly after: State;
  readonly entries: readonly Entry[];
  readonly by: Actor | undefined;
};

/** The site's memory: the state, and the only way to change it. */
export type Store = {
  readonly state: () => State;
  /** Writes the entries, all or none, to the journal first, then to memory. */
  readonly commit: (entries: Entry | readonly Entry[], by?: Actor) => void;
  /** Calls back after every change. */
  readonly subscribe: (listener: (change: Change) => void) => void;
};

/** Keeps the state in memory only, for tests. */
export function memoryStore(initial: State, journal?: (line: readonly Entry[]) => void): Store {
  let state = initial;
  const listeners: ((change: Change) => void)[] = [];
  return {
    state: () => state,
    commit: (change, by) => {
      const entries = Array.isArray(change) ? (change as readonly Entry[]) : [change as Entry];
      if (entries.length === 0) return;
      const before = state;
      const after = entries.reduce(applyEntry, before);
      journal?.(entries);
      state = after;
      for (const listener of listeners) listener({ before, after, entries, by });
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}

/** Raised whenever the shape of the state changes; files of another shape are left alone. */
const shape = 2;

/**
 * Keeps the state in memory, with an append-only journal beside a snapshot. On start the journal is
 * replayed over the snapshot; a last line that was torn by a kill never happened. The snapshot is
 * replaced by a rename, so that there is always a whole one.
 */
export function journalStore(
  folder: string,
  options: { readonly world: string; readonly reset: boolean; readonly seed: () => State },
): Store & { readonly release: () => void } {
  const name = `${options.world}.${String(shape)}`;
  const snapshotFile = join(folder, `${name}.snapshot.json`);
  const journalFile = join(folder, `${name}.journal.jsonl`);
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, `${name}.lock`);
  takeLock(lock);
  if (options.reset) for (const file of [snapshotFile, journalFile]) rmSync(file, { force: true });

  const snapshot = existsSync(snapshotFile)
    ? (JSON.parse(readFileSync(snapshotFile, 'utf8')) as State)
    : options.seed();
  const state = readJournal(journalFile).reduce(applyEntry, snapshot);
  writeFileSync(`${snapshotFile}.new`, JSON.stringify(state));
  renameSync(`${snapshotFile}.new`, snapshotFile);
  writeFileSync(journalFile, '');

  let released = false;
  const memory = memoryStore(state, (entries) => {
    // What a function does after its site was closed is remembered nowhere.
    if (released) return;
    appendFileSync(journalFile, `${JSON.stringify(entries)}\n`);
  });
  return {
    ...memory,
    /** Lets another process take the journal over. */
    release: () => {
      released = true;
      rmSync(lock, { force: true });
    },
  };
}

/** Another local Jira keeps its journal in the same folder. */
export class StoreInUse extends Error {}

/** One process writes one journal: two would overwrite each other's issues. */
function takeLock(file: string): void {
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : process.pid;
  if (holder !== process.pid && isAlive(holder)) {
    throw new StoreInUse(
      `Local Jira runs here already, as process ${String(holder)}. Stop it first; if it is long gone, delete ${file}.`,
    );
  }
  writeFileSync(file, String(process.pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function readJournal(file: string): Entry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // Whatever follows the last line end was being written when the process died.
  return lines.slice(0, -1).flatMap((line) => JSON.parse(line) as Entry[]);
}
