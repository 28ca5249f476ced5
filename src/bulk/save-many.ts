import type { AppError, ManyEdit, SettleManyView, TakeManyView, PayloadOf } from '../contract';
import {
  fieldsChangedBy,
  remembers,
  rememberedIn,
  type DocumentKind,
  type FromTo,
} from '../domain/document/operation';
import { outcomeIn } from '../domain/document/replay';
import { adopted, isSealed } from '../domain/document/seal';
import { locksAtOnce } from '../domain/documents';
import { propertyKeys, type AuthoredKind } from '../domain/property-keys';
import type { Result } from '../domain/result';
import { sideBySide } from '../domain/side-by-side';
import type { Json } from '../domain/use-case/json';
import type { Documents } from '../ports/documents';
import type { IssueId } from '../domain/ids';
import type { IssueRecords } from '../ports/issue-records';

/** One issue's changes of one document. */
export type DocumentEdit = Omit<ManyEdit, 'issue'> & { readonly issue: IssueId };

/**
 * How the save of one issue among many ended: the fields that it changed and those that clashed, or why
 * nothing was saved. A field that held the wanted value already is in neither list.
 */
export type SaveEnd =
  | {
      readonly end: 'saved';
      readonly written: readonly string[];
      readonly clashes: readonly string[];
    }
  | { readonly end: 'failed'; readonly error: AppError };

/** The end of a save, going by the stored value that holds it. */
export function savedIn(raw: Json | undefined, opId: string, clashes: readonly string[]): SaveEnd {
  return { end: 'saved', written: [...fieldsChangedBy(raw, opId)], clashes };
}

/** Saves one document of many issues, each as an operation of its own. */
export type SaveMany = (
  document: AuthoredKind,
  edits: readonly DocumentEdit[],
) => Promise<ReadonlyMap<IssueId, SaveEnd>>;

/** What saving many issues needs from the world, in the browser and as the viewer. */
export type SaveManyPorts = {
  readonly viewer: string;
  readonly records: Pick<IssueRecords, 'readSeveral'>;
  readonly documents: Pick<Documents, 'write'>;
  readonly takeMany: (payload: PayloadOf<'takeMany'>) => Promise<Result<TakeManyView, AppError>>;
  readonly settleMany: (
    payload: PayloadOf<'settleMany'>,
  ) => Promise<Result<SettleManyView, AppError>>;
  /** The save of one issue through the function, which stays with it until its fate is known. */
  readonly saveOne: (
    document: AuthoredKind,
    edit: DocumentEdit,
    /** Whether its lock may be taken already: then no refusal proves that it is not saved. */
    isBegun: boolean,
  ) => Promise<SaveEnd>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  readonly kindOf: (key: string) => DocumentKind<FromTo> | undefined;
};

/** Forge takes 500 KB of a call; some of it is not ours. In characters of JSON. */
const charactersAtOnce = 400_000;
const writesAtOnce = 6;

/** How long after its lock was asked for a value may be written, in ms: a device may fall asleep in between. */
const writtenWithin = 20_000;

/** Pauses before the looks at what is not there yet, in ms. */
const pauses = [0, 200, 800, 2_000];

/**
 * Saves changes of one document on many issues: their locks are taken through the function, which checks
 * the viewer's permission; the values are written from here, as the viewer, which costs none of the quota
 * that all customers share. An issue that is contested, or whose write cannot be found, is saved by the
 * function, by itself and under the same operation.
 */
export function saveManyWith(ports: SaveManyPorts): SaveMany {
  return async (document, edits) => {
    const ends = new Map<IssueId, SaveEnd>();
    for (const portion of portionsOf(edits)) {
      for (const [issue, end] of await savePortion(ports, document, portion)) ends.set(issue, end);
    }
    return ends;
  };
}

/** Portions that one call can name. */
export function portionsOf(edits: readonly DocumentEdit[]): readonly (readonly DocumentEdit[])[] {
  const portions: DocumentEdit[][] = [];
  let room = 0;
  for (const edit of edits) {
    const length = JSON.stringify(edit).length;
    const last = portions.at(-1);
    if (last === undefined || last.length === locksAtOnce || length > room) {
      portions.push([edit]);
      room = charactersAtOnce - length;
    } else {
      last.push(edit);
      room -= length;
    }
  }
  return portions;
}

/** How often a contested issue is tried again before the function saves it, and after what pause, in ms. */
const triesOfContested = 2;
const pauseOfContested = 1_000;

async function savePortion(
  ports: SaveManyPorts,
  document: AuthoredKind,
  edits: readonly DocumentEdit[],
): Promise<ReadonlyMap<IssueId, SaveEnd>> {
  const ends = new Map<IssueId, SaveEnd>();
  const begun = new Set<string>();
  let open = edits;
  for (let attempt = 0; open.length > 0 && attempt <= triesOfContested; attempt += 1) {
    if (attempt > 0) await ports.wait(pauseOfContested);
    const taken = await takeAndWrite(ports, document, open);
    for (const [issue, end] of taken.ends) ends.set(issue, end);
    for (const issue of taken.begun) begun.add(issue);
    open = open.filter(({ issue }) => taken.contested.has(issue));
  }
  await sideBySide(
    edits.filter(({ issue }) => !ends.has(issue)),
    async (edit) => {
      ends.set(edit.issue, await ports.saveOne(document, edit, begun.has(edit.issue)));
    },
    { atOnce: writesAtOnce },
  );
  return ends;
}

type Taken = {
  readonly ends: ReadonlyMap<IssueId, SaveEnd>;
  /** Issues with another operation under way, which is over in a moment. */
  readonly contested: ReadonlySet<string>;
  /** Issues whose lock is taken, or may be. */
  readonly begun: readonly string[];
};

async function takeAndWrite(
  ports: SaveManyPorts,
  document: AuthoredKind,
  edits: readonly DocumentEdit[],
): Promise<Taken> {
  const began = ports.now();
  const taken = await ports.takeMany({ document, edits });
  if (!taken.ok)
    return { ends: new Map(), contested: new Set(), begun: edits.map(({ issue }) => issue) };
  const { at, issues } = taken.value;
  const where = (wanted: (each: (typeof issues)[number]) => boolean): ReadonlySet<string> =>
    new Set(issues.filter(wanted).map(({ issue }) => issue));
  const own = where(({ end }) => end === 'taken');
  const refused = where(({ end }) => end === 'may-not-edit');
  const ends = new Map(
    await writeTaken(ports, document, {
      ...{ edits: edits.filter(({ issue }) => own.has(issue)), at, began },
      alone: where(({ isAlone }) => isAlone),
    }),
  );
  for (const { issue } of edits)
    if (refused.has(issue)) ends.set(issue, { end: 'failed', error: { code: 'may-not-edit' } });
  return {
    ends,
    contested: where(({ end }) => end === 'contested'),
    begun: [...where(({ end }) => end === 'taken' || end === 'unknown')],
  };
}

type Kind = DocumentKind<FromTo>;

/** What is written of one issue: the value, or nothing where all of it is there or clashes. */
type Planned = {
  readonly edit: DocumentEdit;
  readonly value: Json | undefined;
  readonly fields: readonly string[];
  readonly clashes: readonly string[];
};

/** Reads, merges, writes and reads back. What it does not name in the end is for the function to save. */
async function writeTaken(
  ports: SaveManyPorts,
  document: AuthoredKind,
  {
    edits,
    at,
    began,
    alone,
  }: {
    readonly edits: readonly DocumentEdit[];
    readonly at: string;
    /** When the locks were asked for, in ms since 1970. */
    readonly began: number;
    readonly alone: ReadonlySet<string>;
  },
): Promise<ReadonlyMap<IssueId, SaveEnd>> {
  const kind = ports.kindOf(propertyKeys[document]);
  if (edits.length === 0) return new Map();
  const found = await ports.records.readSeveral(
    edits.map(({ issue }) => issue),
    document,
  );
  if (kind === undefined || !found.ok) return new Map();
  const planned = edits.flatMap((edit) => {
    // An issue that Jira leaves out of its answer may hold anything.
    if (!found.value.has(edit.issue)) return [];
    const raw = found.value.get(edit.issue);
    // What landed before somebody wrote from outside only the function knows.
    if (raw !== undefined && !isSealed(raw) && !alone.has(edit.issue)) return [];
    const plan = planOf(kind, raw, edit, { by: ports.viewer, at });
    return plan === undefined ? [] : [plan];
  });
  const sent = planned.filter(({ value }) => value !== undefined);
  await sideBySide(
    sent,
    async ({ edit, value }) => {
      const place = { entity: 'issue', id: edit.issue, key: propertyKeys[document] } as const;
      if (ports.now() - began > writtenWithin) return;
      // Whatever Jira answers, reading tells whether it is there.
      await ports.documents.write(place, value as Parameters<Documents['write']>[1]);
    },
    { atOnce: writesAtOnce },
  );
  const after = await readBack(ports, document, sent);
  const known = planned.flatMap((plan): readonly Planned[] => {
    const raw = after.get(plan.edit.issue);
    if (plan.value === undefined) return [plan];
    return raw === undefined ? [] : [landedAs(kind, plan, raw)];
  });
  await ports.settleMany({
    document,
    issues: known.map(({ edit, value, fields }) => ({
      issue: edit.issue,
      opId: edit.opId,
      fields: value === undefined ? [] : fields,
      remembered: rememberedIn(after.get(edit.issue)),
    })),
  });
  return new Map(known.map((plan) => endOf(plan, after)));
}

function endOf(
  { edit: { issue, opId }, clashes }: Planned,
  after: ReadonlyMap<IssueId, Json>,
): [IssueId, SaveEnd] {
  return [issue, savedIn(after.get(issue), opId, clashes)];
}

/** What of a plan is in the record: a function may have brought it in, and have met other values. */
function landedAs(kind: Kind, plan: Planned, raw: Json): Planned {
  const { opId, changes } = plan.edit;
  const operation = { op: opId, intent: { does: 'change', changes } } as const;
  const { intent, clashes } = outcomeIn(kind, raw, operation);
  const applied = intent.does === 'change' ? intent.changes : [];
  return { ...plan, fields: applied.map(kind.fieldOf), clashes: clashes.map(kind.fieldOf) };
}

/** Undefined where the value cannot be changed from here; the function says why. */
function planOf(
  kind: Kind,
  raw: Json | undefined,
  { issue, opId, changes }: DocumentEdit,
  { by, at }: { readonly by: string; readonly at: string },
): Planned | undefined {
  const applied = kind.change(raw, { op: opId, by, at }, changes);
  if (applied.end === 'refused') return undefined;
  const clashes = applied.clashes.map(kind.fieldOf);
  const fields = changes.map(kind.fieldOf).filter((field) => !clashes.includes(field));
  const changed = applied.end === 'changed' ? applied.value : undefined;
  const value = changed !== undefined && !isSealed(raw) ? adopted(changed, opId) : changed;
  return { edit: { issue, opId, changes }, value, fields, clashes };
}

/** The records that hold what was written, by issue. */
async function readBack(
  { records, wait }: SaveManyPorts,
  document: AuthoredKind,
  sent: readonly Planned[],
): Promise<ReadonlyMap<IssueId, Json>> {
  const held = new Map<IssueId, Json>();
  for (const pause of pauses) {
    const open = sent.filter(({ edit }) => !held.has(edit.issue));
    if (open.length === 0) break;
    if (pause > 0) await wait(pause);
    const found = await records.readSeveral(
      open.map(({ edit }) => edit.issue),
      document,
    );
    for (const { edit } of open) {
      const raw = found.ok ? found.value.get(edit.issue) : undefined;
      if (raw !== undefined && remembers(raw, edit.opId)) held.set(edit.issue, raw);
    }
  }
  return held;
}
