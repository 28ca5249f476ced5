import { withinLimit, type DocumentKind } from '../document/operation';
import { propertyLimit } from '../use-case/stored-record';
import {
  currentOf,
  holdsChange,
  mergeProgramme,
  type ProgrammeChange,
  type ProgrammeClash,
} from './merge-programme';
import type { ProgrammePart } from './programme';
import { readProgramme, toStoredPart } from './stored-programme';

/** One part of a programme, as the document that a project's admins write together. */
export function programmeDocument(
  part: ProgrammePart,
): DocumentKind<ProgrammeChange, ProgrammeClash> {
  return {
    fieldOf,
    clashOf: ({ change }) => fieldOf(change),
    clashWith: (raw, change) => {
      const { programme } = readProgramme({ [part]: raw });
      if (holdsChange(programme, change)) return undefined;
      return { change, theirs: currentOf(programme, change) };
    },
    rebased: (raw, change) => {
      const base = currentOf(readProgramme({ [part]: raw }).programme, change);
      return { ...change, base } as ProgrammeChange;
    },
    change: (raw, signature, changes) => {
      const { programme, locked, rev } = readProgramme({ [part]: raw });
      if (locked.length > 0) return { end: 'refused', refusal: { code: 'newer-record' } };
      const merge = mergeProgramme(programme, changes);
      if (merge.applied.length === 0) return { end: 'same', clashes: merge.clashes };
      const next = { programme: merge.programme, rev };
      const fields = merge.applied.map(fieldOf);
      const value = toStoredPart(part, next, { raw, signature, fields });
      return withinLimit(value, propertyLimit, merge.clashes);
    },
    replace: () => ({ end: 'refused', refusal: { code: 'newer-record' } }),
  };
}

function fieldOf(change: ProgrammeChange): string {
  return 'text' in change ? change.text : `${change.list}:${change.id}`;
}
