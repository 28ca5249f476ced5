import { authoredKinds } from '../authored-kinds';
import { fingerprint } from '../document/seal';
import type { AuthoredKind } from '../property-keys';
import type { Json } from '../use-case/json';

/** Something that was done at an issue; `at` in milliseconds since 1970. */
export type Done = {
  readonly did: 'changed' | 'linked' | 'commented' | 'logged-work' | 'attached';
  /** What was changed, in Jira's words; the other issue's key for a link. */
  readonly what: string;
  readonly at: number;
  /** The account id, '' where Jira does not say. */
  readonly by: { readonly id: string; readonly name: string; readonly isApp: boolean };
};

type Records = Readonly<Partial<Record<AuthoredKind, Json>>>;

/** What an undo looks at before it deletes an issue that an import made. */
export type MadeBefore = {
  readonly project: string;
  readonly created: number;
  readonly raw: Records;
  readonly events: readonly Done[];
  readonly children: readonly { readonly id: string; readonly key: string }[];
};

/** What the import itself did, which is nobody's work. */
export type ImportedSo = {
  readonly project: string;
  /** The account id of who imports. */
  readonly by: string;
  readonly records: Records;
  readonly issues: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
};

/** One thing that somebody did at an issue, as it is told: who, where it is known, and what. */
export type Work = {
  readonly did: Done['did'] | 'moved' | 'wrote' | 'added-child';
  readonly what: string;
  readonly by: string;
};

/**
 * Why an issue is not simply deleted. `people` is the work of somebody; `rule` is what an app did in the
 * first minute, as an Automation rule for new issues does, and nobody since.
 */
export type WorkedOn = { readonly by: 'people' | 'rule'; readonly work: readonly Work[] };

/** How long after an issue was made an app's change is taken for that of a rule for new issues, in ms. */
const firstMinute = 60_000;

/**
 * What was done at an issue since an import made it; undefined where nothing was. Derived values do not
 * count, nor do links and children that the import made itself.
 */
export function workedOn(found: MadeBefore, own: ImportedSo): WorkedOn | undefined {
  const events = found.events.filter(
    ({ did, what, by }) => did !== 'linked' || !own.keys.has(what) || by.id !== own.by,
  );
  const isByRule = ({ at, by }: Done): boolean => by.isApp && at - found.created <= firstMinute;
  const people: readonly Work[] = [
    ...(found.project === own.project ? [] : [{ did: 'moved' as const, what: '', by: '' }]),
    ...authoredKinds
      .filter((kind) => nameOf(found.raw[kind]) !== nameOf(own.records[kind]))
      .map((kind) => ({ did: 'wrote' as const, what: kind, by: '' })),
    ...found.children
      .filter(({ id }) => !own.issues.has(id))
      .map(({ key }) => ({ did: 'added-child' as const, what: key, by: '' })),
    ...events.filter((each) => !isByRule(each)).map(told),
  ];
  if (people.length > 0) return { by: 'people', work: people };
  const rule = events.map(told);
  return rule.length > 0 ? { by: 'rule', work: rule } : undefined;
}

/** JSON may come back from Jira with its keys in another order. */
function nameOf(raw: Json | undefined): string | undefined {
  return raw === undefined ? undefined : fingerprint(raw);
}

function told({ did, what, by }: Done): Work {
  return { did, what, by: by.name };
}
