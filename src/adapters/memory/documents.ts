import { failure, success, type Result } from '../../domain/result';
import type { Json, JsonObject } from '../../domain/use-case/json';
import type { DocumentPlace, Documents } from '../../ports/documents';
import type { JiraProblem } from '../../ports/issue-records';

/** What may go wrong with a write: refused before it is done, or its answer lost after it. */
export type WriteFault = { readonly when: 'before' | 'after'; readonly problem: JiraProblem };

/** The in-memory twin of stored documents, with switches for what can go wrong. */
export type MemoryDocuments = { -readonly [Verb in keyof Documents]: Documents[Verb] } & {
  readonly stored: Map<string, Json>;
  /** What the next writes meet, one after the other. */
  readonly faults: WriteFault[];
  /** Runs before the next writes are done: another person's, for instance. */
  readonly beforeWrite: (() => void)[];
  /** The issue or project is gone. */
  isGone: boolean;
  readonly calls: { reads: number; writes: number };
};

/** How a document is called in the map of what is stored. */
export function documentName({ entity, id, key }: DocumentPlace): string {
  return `${entity}:${id}:${key}`;
}

export function memoryDocuments(): MemoryDocuments {
  const stored = new Map<string, Json>();
  const documents: MemoryDocuments = {
    stored,
    faults: [],
    beforeWrite: [],
    isGone: false,
    calls: { reads: 0, writes: 0 },
    read: (place) => {
      documents.calls.reads += 1;
      return answer(
        documents.isGone ? failure({ problem: 'gone' }) : success(stored.get(documentName(place))),
      );
    },
    write: (place, value) => {
      documents.calls.writes += 1;
      const fault = documents.faults.shift();
      if (fault?.when === 'before') return answer(failure(fault.problem));
      if (documents.isGone) return answer(failure({ problem: 'gone' }));
      documents.beforeWrite.shift()?.();
      put(stored, place, value);
      return answer(fault === undefined ? success(null) : failure(fault.problem));
    },
  };
  return documents;
}

function put(stored: Map<string, Json>, place: DocumentPlace, value: JsonObject | null): void {
  if (value === null) stored.delete(documentName(place));
  else stored.set(documentName(place), JSON.parse(JSON.stringify(value)) as Json);
}

function answer<Value>(result: Result<Value, JiraProblem>): Promise<Result<Value, JiraProblem>> {
  return Promise.resolve(result);
}
