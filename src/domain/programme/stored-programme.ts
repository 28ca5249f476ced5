import { isJsonObject, type Json, type JsonObject } from '../use-case/json';
import { parseEntry } from './parse-entry';
import {
  emptyProgramme,
  isProgrammeList,
  programmeListNames,
  programmeLists,
  programmeParts,
  programmeTextNames,
  programmeTexts,
  type Programme,
  type ProgrammeEntry,
  type ProgrammePart,
} from './programme';

/** The schema that this version writes, and the newest that it may rewrite. */
export const programmeSchema = 1;

/** The stored values of a programme's parts, unread; `undefined` where a property is not set. */
export type RawProgramme = Readonly<Record<ProgrammePart, Json | undefined>>;

/** A programme as it was read, and the parts that a newer Northstar or somebody else wrote. */
export type ReadProgramme = {
  readonly programme: Programme;
  /** Parts that must not be rewritten: of a newer schema, or not readable as ours. */
  readonly locked: readonly ProgrammePart[];
  readonly rev: Readonly<Record<ProgrammePart, number>>;
};

/** Reads the untrusted values of a project's properties as its programme. */
export function readProgramme(raw: Partial<RawProgramme>): ReadProgramme {
  const blank = emptyProgramme();
  const lists: Record<string, readonly ProgrammeEntry[]> = { ...blank.lists };
  const texts: Record<string, string> = { ...blank.texts };
  const locked = new Set<ProgrammePart>();
  const rev: Record<ProgrammePart, number> = { plan: 0, reach: 0, data: 0, people: 0 };
  for (const part of programmeParts) {
    const value = raw[part];
    if (value === undefined) continue;
    if (!isJsonObject(value) || !isOurs(value)) {
      locked.add(part);
      continue;
    }
    rev[part] = revOf(value);
    for (const name of programmeListNames) {
      if (programmeLists[name].part !== part) continue;
      const entries = readEntries(name, value[name]);
      lists[name] = entries.read;
      if (!entries.sound) locked.add(part);
    }
    for (const name of programmeTextNames) {
      if (programmeTexts[name] === part) texts[name] = textOf(value[name]);
    }
  }
  return {
    programme: { lists: lists as Programme['lists'], texts: texts as Programme['texts'] },
    locked: [...locked],
    rev,
  };
}

function isOurs({ schema }: JsonObject): boolean {
  return typeof schema === 'number' && schema <= programmeSchema;
}

function revOf({ rev }: JsonObject): number {
  return typeof rev === 'number' && Number.isInteger(rev) ? rev : 0;
}

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}

function readEntries(
  name: string,
  raw: unknown,
): { readonly read: readonly ProgrammeEntry[]; readonly sound: boolean } {
  if (raw === undefined) return { read: [], sound: true };
  if (!Array.isArray(raw) || !isProgrammeList(name)) return { read: [], sound: false };
  const parsed = raw.map((each) => parseEntry(name, each));
  const read = parsed.filter((each) => each !== undefined);
  return { read, sound: read.length === parsed.length };
}

/** One part as it is written to its project property, with its history. Keys that are not ours are kept. */
export function toStoredPart(
  part: ProgrammePart,
  { lists, texts }: Programme,
  {
    source,
    rev,
    changes,
  }: {
    readonly source: JsonObject;
    readonly rev: number;
    readonly changes: readonly JsonObject[];
  },
): JsonObject {
  const ownLists = programmeListNames.filter((name) => programmeLists[name].part === part);
  const ownTexts = programmeTextNames.filter((name) => programmeTexts[name] === part);
  return {
    ...source,
    schema: programmeSchema,
    rev,
    changes,
    ...Object.fromEntries(ownLists.map((name) => [name, lists[name] as Json])),
    ...Object.fromEntries(ownTexts.map((name) => [name, texts[name]])),
  };
}
