import { documentKind, type ReadState } from '../document/document-kind';
import type { DocumentKind } from '../document/operation';
import { isJsonObject, type JsonObject } from '../use-case/json';
import { propertyLimit } from '../use-case/stored-record';
import { currentOf, withChanges, type ProgrammeChange } from './programme-change';
import type { ProgrammePart } from './programme';
import { readProgramme, toStoredPart, type ReadProgramme } from './stored-programme';

type Read = ReadProgramme & { readonly state: ReadState; readonly source: JsonObject };

/** One part of a programme, as the document that a project's admins write together. */
export function programmeDocument(part: ProgrammePart): DocumentKind<ProgrammeChange> {
  return documentKind<ProgrammeChange, Read>({
    read: (raw) => {
      const read = readProgramme({ [part]: raw });
      // What cannot be read as ours is shown as far as it goes and left alone, like a newer value.
      const state = read.locked.length > 0 ? 'newer' : 'ready';
      return { ...read, state, source: isJsonObject(raw) ? raw : {} };
    },
    fieldOf: (change) => ('text' in change ? change.text : `${change.list}:${change.id}`),
    current: ({ programme }, change) => currentOf(programme, change),
    isSame: (left, right) => JSON.stringify(left) === JSON.stringify(right),
    write: ({ programme, rev, source }, { applied, changes }) =>
      toStoredPart(part, withChanges(programme, applied), { source, rev: rev[part] + 1, changes }),
    limit: propertyLimit,
  });
}
