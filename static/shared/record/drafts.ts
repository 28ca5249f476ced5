import * as v from 'valibot';
import { isFieldName, type FieldName, type FieldValue } from '#domain/use-case/fields';
import { parseValue } from '#domain/use-case/parse-value';
import type { AccountId, IssueId } from '#domain/ids';
import type { DeviceStore } from '../device-store';

/** Text that a person typed and that is not saved yet, and the value that they saw when they began. */
export type Draft = { readonly text: string; readonly base: FieldValue };

export type Drafts = Readonly<Partial<Record<FieldName, Draft>>>;

/** The drafts of one person on one issue, kept on the device from the first keystroke. */
export type DraftStore = {
  readonly all: () => Drafts;
  readonly put: (field: FieldName, draft: Draft) => void;
  readonly remove: (field: FieldName) => void;
};

const stored = v.object({ text: v.string(), base: v.unknown() });

export function draftStore(device: DeviceStore, viewer: AccountId, issue: IssueId): DraftStore {
  const prefix = `northstar:draft:${viewer}:${issue}:`;
  const read = (field: FieldName): Draft | undefined => {
    const text = device.read(prefix + field);
    const parsed = v.safeParse(stored, text === null ? undefined : parseJson(text));
    if (!parsed.success) return undefined;
    const base = parseValue(field, parsed.output.base);
    return base.ok ? { text: parsed.output.text, base: base.value } : undefined;
  };
  return {
    all: () => {
      const names = device
        .keys()
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length))
        .filter(isFieldName);
      const found = names.map((field) => [field, read(field)] as const);
      return Object.fromEntries(found.filter(([, draft]) => draft !== undefined));
    },
    put: (field, draft) => {
      device.write(prefix + field, JSON.stringify(draft));
    },
    remove: (field) => {
      device.remove(prefix + field);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
