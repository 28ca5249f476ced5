import type { RecordKind } from '#domain/use-case/fields';
import type { AccountId, IssueId } from '#domain/ids';
import type { DeviceStore } from '../device-store';

/** Which `rev` of each record this person last saw on this device; undefined before the first look. */
export type LastSeen = {
  readonly read: (kind: RecordKind) => number | undefined;
  readonly write: (kind: RecordKind, rev: number) => void;
};

export function lastSeen(device: DeviceStore, viewer: AccountId, issue: IssueId): LastSeen {
  const key = (kind: RecordKind): string => `northstar:seen:${viewer}:${issue}:${kind}`;
  return {
    read: (kind) => {
      const rev = Number.parseInt(device.read(key(kind)) ?? '', 10);
      return Number.isNaN(rev) ? undefined : rev;
    },
    write: (kind, rev) => {
      device.write(key(kind), String(rev));
    },
  };
}
