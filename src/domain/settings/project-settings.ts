import * as v from 'valibot';

/** The project property that holds a project's settings. */
export const settingsKey = 'northstarSettings';

/** Whether Northstar shows on the issues of a project. */
export type Visibility = 'on' | 'off';

/** Where Northstar shows. Without a property it shows on all types: nothing has to be set up. */
export type WhereItShows = {
  readonly visibility: Visibility;
  /** The ids of the issue types that it leaves alone. */
  readonly hiddenTypes: readonly string[];
};

/** The part of a settings value that says where Northstar shows; it may leave it unsaid. */
export const whereItShows = v.object({
  visibility: v.optional(v.picklist(['on', 'off']), 'on'),
  hiddenTypes: v.optional(v.array(v.string()), []),
});

/** Reads an untrusted settings value. Anything unreadable counts as unset, which shows Northstar. */
export function readWhereItShows(raw: unknown): WhereItShows {
  const result = v.safeParse(whereItShows, raw);
  return result.success ? result.output : { visibility: 'on', hiddenTypes: [] };
}
