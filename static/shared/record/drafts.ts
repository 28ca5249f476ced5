import * as v from 'valibot';
import { isFieldName, type FieldName, type FieldValue } from '#domain/use-case/fields';
import { parseValue } from '#domain/use-case/parse-value';
import type { AccountId, IssueId } from '#domain/ids';
import type { DeviceStore } from '../device-store';

/** Text that a person typed and that is not saved yet, and the value that they saw when they began. */
export type Draft = { readonly text: string; readonly base: FieldValue };

export type Drafts = Readonly<Partial<Record<FieldName, Draft>>>;

/** Text that the same person typed into a field in another tab, or in an earlier visit of it. */
export type OtherDraft = Draft & { readonly field: FieldName; readonly key: string };

/** The drafts of one person on one issue, kept on the device from the first keystroke. */
export type DraftStore = {
  readonly all: () => Drafts;
  readonly put: (field: FieldName, draft: Draft) => void;
  readonly remove: (field: FieldName) => void;
  /** Texts of other tabs that another text stands in the place of. */
  readonly others: () => readonly OtherDraft[];
  readonly dropOther: (key: string) => void;
  /** Puts such a text in its field's place, and what stands there aside. */
  readonly takeUp: (other: OtherDraft) => void;
};

const stored = v.object({
  text: v.string(),
  base: v.unknown(),
  /** The page that wrote it last; '' of earlier versions. */
  tab: v.optional(v.string(), ''),
});

type Kept = Draft & { readonly tab: string };

/** Names this page as long as it stands. */
const thisTab = crypto.randomUUID().slice(0, 8);

/**
 * Each field has one place, where whoever typed last is found. A text of another tab that this one has
 * not seen is put aside before it is written over, and offered.
 */
export function draftStore(
  device: DeviceStore,
  viewer: AccountId,
  issue: IssueId,
  tab = thisTab,
): DraftStore {
  const prefix = `northstar:draft:${viewer}:${issue}:`;
  /** What this page found when it was loaded, and so what its editors begin with; then what it wrote. */
  const seen = new Map<FieldName, string>();
  let isLoaded = false;
  const wrote = new Set<FieldName>();
  const read = (key: string, field: FieldName): Kept | undefined => readKept(device, key, field);
  const keys = (): readonly string[] => device.keys().filter((key) => key.startsWith(prefix));
  /** What stands in a field's place and was typed elsewhere since this page looked. */
  const unseen = (field: FieldName): Kept | undefined => {
    const kept = read(prefix + field, field);
    return kept === undefined || kept.tab === tab || kept.text === seen.get(field)
      ? undefined
      : kept;
  };
  const put: DraftStore['put'] = (field, { text, base }) => {
    const other = unseen(field);
    if (other !== undefined && other.text !== text)
      device.write(`${prefix}${field}#${other.tab}`, JSON.stringify(other));
    device.remove(`${prefix}${field}#${tab}`);
    device.write(prefix + field, JSON.stringify({ text, base, tab }));
    seen.set(field, text);
    wrote.add(field);
  };
  return {
    all: () => {
      const names = keys()
        .map((key) => key.slice(prefix.length))
        .filter(isFieldName);
      const found = names.flatMap((field) => {
        const kept = read(prefix + field, field);
        if (kept === undefined) return [];
        if (!isLoaded) seen.set(field, kept.text);
        return [[field, { text: kept.text, base: kept.base }] as const];
      });
      isLoaded = true;
      return Object.fromEntries(found);
    },
    put,
    remove: (field) => {
      device.remove(`${prefix}${field}#${tab}`);
      // A page that never wrote into the field gives up what it shows, whoever typed it.
      if (unseen(field) === undefined || !wrote.has(field)) device.remove(prefix + field);
      wrote.delete(field);
    },
    others: () => othersAmong(keys(), { prefix, read }),
    dropOther: (key) => {
      device.remove(key);
    },
    takeUp: ({ key, field, text, base }) => {
      const now = read(prefix + field, field);
      put(field, { text, base });
      device.remove(key);
      // The two change places, under a name that no tab writes to.
      const aside = `${prefix}${field}#${crypto.randomUUID()}`;
      if (now !== undefined && now.text !== text) device.write(aside, JSON.stringify(now));
    },
  };
}

/** What stands aside of a field's place. What the text in that place goes on with is not lost. */
function othersAmong(
  keys: readonly string[],
  {
    prefix,
    read,
  }: {
    readonly prefix: string;
    readonly read: (key: string, field: FieldName) => Kept | undefined;
  },
): readonly OtherDraft[] {
  return keys.flatMap((key) => {
    const [field = ''] = key.slice(prefix.length).split('#');
    if (!key.includes('#') || !isFieldName(field)) return [];
    const kept = read(key, field);
    const now = read(prefix + field, field)?.text ?? '';
    return kept === undefined || now.includes(kept.text)
      ? []
      : [{ field, key, text: kept.text, base: kept.base }];
  });
}

function readKept(device: DeviceStore, key: string, field: FieldName): Kept | undefined {
  const text = device.read(key);
  const parsed = v.safeParse(stored, text === null ? undefined : parseJson(text));
  if (!parsed.success) return undefined;
  const base = parseValue(field, parsed.output.base);
  return base.ok ? { ...parsed.output, base: base.value } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
