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
import { applyEntry, type Entry, type State } from './state';

/** The site's memory: the state, and the only way to change it. */
export type Store = {
  readonly state: () => State;
  /** Writes the change to the journal first, then to memory. */
  readonly commit: (entry: Entry) => void;
};

/** Keeps the state in memory only, for tests. */
export function memoryStore(initial: State): Store {
  let state = initial;
  return {
    state: () => state,
    commit: (entry) => {
      state = applyEntry(state, entry);
    },
  };
}

/**
 * Keeps the state in memory, with an append-only journal beside a snapshot. On start the journal is
 * replayed over the snapshot; a last line that was torn by a kill never happened. The snapshot is
 * replaced by a rename, so that there is always a whole one.
 */
export function journalStore(
  folder: string,
  options: { readonly world: string; readonly reset: boolean; readonly seed: () => State },
): Store {
  const snapshotFile = join(folder, `${options.world}.snapshot.json`);
  const journalFile = join(folder, `${options.world}.journal.jsonl`);
  mkdirSync(folder, { recursive: true });
  if (options.reset) for (const file of [snapshotFile, journalFile]) rmSync(file, { force: true });

  const snapshot = existsSync(snapshotFile)
    ? (JSON.parse(readFileSync(snapshotFile, 'utf8')) as State)
    : options.seed();
  const state = readJournal(journalFile).reduce(applyEntry, snapshot);
  writeFileSync(`${snapshotFile}.new`, JSON.stringify(state));
  renameSync(`${snapshotFile}.new`, snapshotFile);
  writeFileSync(journalFile, '');

  const memory = memoryStore(state);
  return {
    state: memory.state,
    commit: (entry) => {
      appendFileSync(journalFile, `${JSON.stringify(entry)}\n`);
      memory.commit(entry);
    },
  };
}

function readJournal(file: string): Entry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // Whatever follows the last line end was being written when the process died.
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Entry);
}
