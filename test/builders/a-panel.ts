import { success } from '../../src/domain/result';
import {
  aMemoryIssue,
  memoryIssueRecords,
  type MemoryIssue,
} from '../../src/adapters/memory/issue-records';
import { memoryWriteLocks } from '../../src/adapters/memory/write-locks';
import { propertyKeys } from '../../src/domain/property-keys';
import { recordDocument } from '../../src/domain/use-case/record-document';
import { editIssueDocument, type IssueEditPorts } from '../../src/operations/edit-issue-document';
import { withdrawEdit } from '../../src/operations/withdraw-edit';
import type { AccountId, IssueId, ProjectId } from '../../src/domain/ids';
import { idleClock } from './idle-clock';
import { deviceStore, type DeviceStore } from '../../static/shared/device-store';
import { draftStore } from '../../static/shared/record/drafts';
import { lastSeen } from '../../static/shared/record/last-seen';
import { createWorkspace, type Workspace } from '../../static/shared/record/workspace';

/** Where the issue is. */
export const place = { issue: '1' as IssueId, project: '1' as ProjectId };
/** Whose panel it is. */
export const mira = 'mira' as AccountId;

/** A browser that keeps nothing. */
export const refusing = (): Storage => {
  throw new Error('storage is off');
};

/** A panel with its issue, its ports and its clock. */
export type World = {
  workspace: Workspace;
  issue: MemoryIssue;
  ports: IssueEditPorts;
  derived: readonly unknown[];
  device: DeviceStore;
  settle: () => Promise<void>;
  wait: (milliseconds: number) => Promise<void>;
};

type Change = Parameters<typeof aMemoryIssue>[0];

/** A panel on an issue in memory, loaded. */
export const aPanel = async (
  change: Change = {},
  device = deviceStore('site', refusing),
): Promise<World> => {
  const clock = idleClock(undefined, 600_000);
  const issue = aMemoryIssue(change);
  const records = memoryIssueRecords(issue);
  const ports: IssueEditPorts = {
    ...{ records, clock, documents: issue.documents, locks: memoryWriteLocks() },
    followUps: { askFor: () => Promise.resolve() },
  };
  let operations = 0;
  const derived: unknown[] = [];
  const workspace = createWorkspace({
    place,
    viewer: mira,
    records,
    people: {
      findPeople: () => Promise.resolve(success([])),
      readNames: (ids) =>
        Promise.resolve({ ok: true, value: new Map(ids.map((id) => [id, `Name of ${id}`])) }),
    },
    drafts: draftStore(device, mira, place.issue),
    seen: lastSeen(device, mira, place.issue),
    recordEdit: ({ kind, edit: { opId, changes } }) =>
      editIssueDocument(ports, place, mira, {
        ...{ document: kind, kind: recordDocument(kind), opId },
        intent: { does: 'change', changes },
      }),
    replaceRecord: ({ kind, opId, seen }) =>
      editIssueDocument(ports, place, mira, {
        ...{ document: kind, kind: recordDocument(kind), opId },
        intent: { does: 'replace', seen },
      }),
    withdrawEdit: ({ document, opId }) =>
      withdrawEdit(
        ports,
        { entity: 'issue', id: place.issue, key: propertyKeys[document as 'useCase'] },
        mira,
        opId,
      ),
    derive: (_place, stored) => {
      derived.push(stored);
      return Promise.resolve();
    },
    newOpId: () => {
      operations += 1;
      return `operation-${String(operations)}`;
    },
    wait: clock.wait,
  });
  await workspace.load();
  return {
    workspace,
    issue,
    ports,
    derived,
    device,
    // Everything in memory ends by itself; only then does time pass.
    settle: () => clock.wait(20_000),
    wait: clock.wait,
  };
};

/** An edit of who it is for. */
export const base = { field: 'who' as const, base: '', next: 'shoppers' };
