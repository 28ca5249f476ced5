import * as v from 'valibot';
import type { RawProgramme } from '../programme/stored-programme';
import { isJsonObject, type Json, type JsonObject } from '../use-case/json';

/** The schema of the export: docs/export.md says what each key means. */
export const exportSchema = 1;

/** An issue of an export: what it is called, where it hangs, and its records and answers as they are stored. */
export type ExportedIssue = {
  readonly key: string;
  readonly summary: string;
  readonly type: string;
  /** The key of the issue above, or null. */
  readonly parent: string | null;
  readonly useCase?: Json | undefined;
  readonly document?: Json | undefined;
  readonly rating?: Json | undefined;
};

/** A whole project as Northstar knows it, without loss: the records are the stored values. */
export type ProjectExport = {
  readonly northstar: 'project';
  readonly schema: number;
  /** When it was made, ISO time. */
  readonly exported: string;
  readonly project: { readonly key: string; readonly name: string };
  readonly programme: Partial<RawProgramme>;
  readonly issues: readonly ExportedIssue[];
};

const json = v.unknown() as v.GenericSchema<unknown, Json>;

const issueSchema = v.object({
  key: v.string(),
  summary: v.string(),
  type: v.optional(v.string(), ''),
  parent: v.optional(v.nullable(v.string()), null),
  useCase: v.optional(json),
  document: v.optional(json),
  rating: v.optional(json),
});

const exportShape = v.object({
  northstar: v.literal('project'),
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  exported: v.string(),
  project: v.object({ key: v.string(), name: v.string() }),
  programme: v.optional(
    v.object({
      plan: v.optional(json),
      reach: v.optional(json),
      data: v.optional(json),
      people: v.optional(json),
    }),
    {},
  ),
  issues: v.array(issueSchema),
});

/** What a JSON text turned out to be, as far as it may be an export of ours. */
export type ReadExport =
  | { readonly state: 'export'; readonly export: ProjectExport }
  | { readonly state: 'newer'; readonly schema: number }
  | { readonly state: 'other' };

/** Reads untrusted JSON as an export. One of a newer Northstar is told apart, not guessed at. */
export function readExport(value: unknown): ReadExport {
  const parsed = v.safeParse(exportShape, value);
  if (!parsed.success) return { state: 'other' };
  const { schema } = parsed.output;
  return schema > exportSchema
    ? { state: 'newer', schema }
    : { state: 'export', export: parsed.output };
}

/** A record of an export that can be written as it is. */
export function asRecord(value: Json | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}
