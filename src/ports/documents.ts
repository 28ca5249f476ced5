import type { Result } from '../domain/result';
import type { Json, JsonObject } from '../domain/use-case/json';
import type { JiraProblem } from './issue-records';

/** Where a document is stored: one property of one issue or project. */
export type DocumentPlace = {
  readonly entity: 'issue' | 'project';
  readonly id: string;
  readonly key: string;
};

/** Stored documents, read and written plainly. What puts writers in order is a `WriteLock`. */
export type Documents = {
  /** The stored value; undefined where there is none. `gone` where the issue or project is not there. */
  readonly read: (place: DocumentPlace) => Promise<Result<Json | undefined, JiraProblem>>;
  /**
   * Writes a value, or removes it for null; only issues' documents are ever removed. Only `refused` with the status 400 proves that nothing was
   * written; every other answer, a good one included, is decided by reading.
   */
  readonly write: (
    place: DocumentPlace,
    value: JsonObject | null,
  ) => Promise<Result<null, JiraProblem>>;
};
