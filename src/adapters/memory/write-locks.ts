import type { WriteLock } from '../../domain/document/write-lock';
import { success } from '../../domain/result';
import type { DocumentPlace } from '../../ports/documents';
import { documentName } from './documents';
import type { LockChange, LockPut, WriteLocks } from '../../ports/write-locks';

/** The in-memory twin of the store of locks. */
export function memoryWriteLocks(): WriteLocks {
  const kept = new Map<string, WriteLock>();
  const places = new Map<string, DocumentPlace>();
  const isUnchanged = ({ place, seen }: LockChange): boolean =>
    kept.get(documentName(place))?.rev === seen?.rev;
  const put = ({ place, next }: LockChange): void => {
    kept.set(documentName(place), next);
    places.set(documentName(place), place);
  };
  return {
    get: (place) => Promise.resolve(success(kept.get(documentName(place)))),
    getSeveral: (several) =>
      Promise.resolve(success(several.map((place) => kept.get(documentName(place))))),
    put: (changes) => {
      const known = changes.filter(({ seen }) => seen !== undefined);
      const whole = known.every(isUnchanged);
      const outcomes = changes.map((change): LockPut => {
        const held = change.seen === undefined ? isUnchanged(change) : whole;
        if (held) put(change);
        return held ? 'put' : 'lost';
      });
      return Promise.resolve(outcomes);
    },
    remove: (several) => {
      for (const place of several) kept.delete(documentName(place));
      return Promise.resolve(success(null));
    },
    listUnfinished: (since) => {
      const found = [...kept].filter(
        ([, { state, takenAt }]) => state === 'intended' || takenAt >= since,
      );
      return Promise.resolve(success(found.flatMap(([key]) => places.get(key) ?? [])));
    },
  };
}
