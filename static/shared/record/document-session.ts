import type { AppError, Saving, WrittenDocument } from '#contract';
import type { ClashOf, DocumentKind, FromTo } from '#domain/document/operation';
import { sameJson } from '#domain/document/seal';
import type { Result } from '#domain/result';
import type { Json, JsonObject } from '#domain/use-case/json';
import type { JiraProblem } from '#ports/issue-records';
import { smallStore, type SmallStore } from '../small-store';
import { stayWithSave, type SaveWorld } from './stay-with-save';

/** Changes on their way: being sent, looked for because nobody knows yet whether they landed, or refused. */
export type Save<Change extends FromTo> = {
  readonly opId: string;
  readonly changes: readonly Change[];
  readonly phase: 'saving' | 'checking' | 'failed';
  readonly error?: AppError;
};

/** What is under way with one document. */
export type SessionState<Change extends FromTo> = {
  readonly saves: readonly Save<Change>[];
  /** Changes that met somebody else's and are not saved: a person decides. */
  readonly clashes: readonly ClashOf<Change>[];
};

/** What a session needs from the world: the document, and how it is written and read. */
export type SessionWorld<Change extends FromTo> = SaveWorld & {
  readonly kind: DocumentKind<Change>;
  readonly written: WrittenDocument;
  readonly send: (
    opId: string,
    changes: readonly Change[],
  ) => Promise<Result<Saving<ClashOf<Change>>, AppError>>;
  readonly read: () => Promise<Result<Json | undefined, JiraProblem>>;
  readonly newOpId: () => string;
  /** Hears what is stored when a save has landed, and which of its changes are in it. */
  readonly onLanded: (stored: JsonObject | null, saved: readonly Change[]) => void;
};

/** One document that a person works on: its saves go one after the other and are stayed with to their end. */
export type DocumentSession<Change extends FromTo> = {
  readonly state: () => SessionState<Change>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves with the changes that are stored when all is done: none that was refused or clashed. */
  readonly save: (changes: readonly Change[]) => Promise<readonly Change[]>;
  readonly retry: (opId: string) => void;
  readonly dropSave: (opId: string) => void;
  /** Takes a clash off the list, to be ended with a save or with what is stored. */
  readonly takeClash: (field: string) => ClashOf<Change> | undefined;
};

type Sending<Change extends FromTo> = {
  readonly world: SessionWorld<Change>;
  readonly store: SmallStore<SessionState<Change>>;
};

export function documentSession<Change extends FromTo>(
  world: SessionWorld<Change>,
): DocumentSession<Change> {
  const { kind } = world;
  const store = smallStore<SessionState<Change>>({ saves: [], clashes: [] });
  const { state, subscribe, update } = store;
  // One after the other, so that a save can build on the one before it; a broken one holds up nothing.
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = (save: Save<Change>): Promise<readonly Change[]> => {
    const next = (): Promise<readonly Change[]> => send({ world, store }, save);
    const sent = last.then(next, next);
    last = sent;
    return sent;
  };
  return {
    ...{ state, subscribe },
    save: async (changes) => {
      const real = changes.filter(({ base, next }) => !sameJson(base, next));
      if (real.length === 0) return [];
      const save: Save<Change> = { opId: world.newOpId(), changes: real, phase: 'saving' };
      update({ saves: [...state().saves, save] });
      return enqueue(save);
    },
    retry: (opId) => {
      const failed = state().saves.find((each) => each.opId === opId);
      if (failed === undefined) return;
      mark(store, opId, { phase: 'saving' });
      void enqueue(failed);
    },
    dropSave: (opId) => {
      update({ saves: state().saves.filter((each) => each.opId !== opId) });
    },
    takeClash: (field) => {
      const clash = state().clashes.find((each) => kind.fieldOf(each) === field);
      update({ clashes: state().clashes.filter((each) => each !== clash) });
      return clash;
    },
  };
}

/** Sends a save and stays with it; resolves with what of it is stored. */
async function send<Change extends FromTo>(
  { world, store }: Sending<Change>,
  { opId, changes }: Save<Change>,
): Promise<readonly Change[]> {
  const { kind, read, written, onLanded } = world;
  const end = await stayWithSave(world, {
    ...{ kind, changes, read, written: { ...written, opId } },
    send: () => world.send(opId, changes),
    onChecking: () => {
      mark(store, opId, { phase: 'checking' });
    },
  });
  if (!end.ok) {
    mark(store, opId, { phase: 'failed', error: end.error });
    return [];
  }
  const { stored, clashes } = end.value;
  const clashing = new Set(clashes.map(kind.fieldOf));
  const isElsewhere = (each: Change): boolean => !clashing.has(kind.fieldOf(each));
  const saved = changes.filter(isElsewhere);
  onLanded(stored, saved);
  const { saves, clashes: before } = store.state();
  store.update({
    saves: saves.filter((each) => each.opId !== opId),
    clashes: [...before.filter(isElsewhere), ...clashes],
  });
  return saved;
}

function mark<Change extends FromTo>(
  { state, update }: SmallStore<SessionState<Change>>,
  opId: string,
  change: Pick<Save<Change>, 'phase' | 'error'>,
): void {
  update({
    saves: state().saves.map((each) => (each.opId === opId ? { ...each, ...change } : each)),
  });
}
