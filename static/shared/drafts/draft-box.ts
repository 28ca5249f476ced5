import type { PendingEdits } from '#domain/document/pending-edits';
import { isJsonObject, type Json } from '#domain/use-case/json';
import type { DeviceStore } from '../device-store';

/** Unsaved changes that were made in another tab or before the page was loaded. */
export type OtherDraft = { readonly tab: string; readonly edits: PendingEdits };

/** The unsaved changes of one thing, kept on the device from the first keystroke, for each tab apart. */
export type DraftBox = {
  /** What was changed here since the page was loaded. */
  readonly own: () => PendingEdits;
  readonly others: () => readonly OtherDraft[];
  readonly keep: (edits: PendingEdits) => void;
  readonly drop: (tab: string) => void;
  /** Keeps changes beside this tab's own, to be offered. */
  readonly putAside: (edits: PendingEdits) => void;
};

/** Names this page as long as it stands: what another tab types never takes the place of its text. */
const thisTab = crypto.randomUUID().slice(0, 8);

/**
 * The box of one thing. `name` says whose changes, and of what; `fits` tells whether a part can hold a value:
 * anything may stand on a device, and changes that do not fit are left alone.
 */
export function draftBox(
  device: DeviceStore,
  name: string,
  {
    tab = thisTab,
    fits = () => true,
  }: { readonly tab?: string; readonly fits?: (part: string, value: Json) => boolean } = {},
): DraftBox {
  const prefix = `northstar:edits:${name}#`;
  const read = (key: string): PendingEdits | undefined => {
    const edits = readEdits(device.read(key));
    const isSound = Object.entries(edits ?? {}).every(
      ([part, { base, next }]) => fits(part, base) && fits(part, next),
    );
    return isSound ? edits : undefined;
  };
  return {
    own: () => read(prefix + tab) ?? {},
    others: () =>
      device
        .keys()
        .filter((key) => key.startsWith(prefix) && key !== prefix + tab)
        .flatMap((key) => {
          const edits = read(key);
          return edits === undefined ? [] : [{ tab: key.slice(prefix.length), edits }];
        }),
    keep: (edits) => {
      if (Object.keys(edits).length === 0) device.remove(prefix + tab);
      else device.write(prefix + tab, JSON.stringify(edits));
    },
    putAside: (edits) => {
      if (Object.keys(edits).length > 0)
        device.write(prefix + crypto.randomUUID(), JSON.stringify(edits));
    },
    drop: (other) => {
      device.remove(prefix + other);
    },
  };
}

function readEdits(text: string | null): PendingEdits | undefined {
  if (text === null) return undefined;
  try {
    const raw = JSON.parse(text) as Json;
    if (!isJsonObject(raw)) return undefined;
    const isSound = Object.values(raw).every(
      (each) => isJsonObject(each) && 'base' in each && 'next' in each,
    );
    return isSound ? (raw as unknown as PendingEdits) : undefined;
  } catch {
    return undefined;
  }
}
