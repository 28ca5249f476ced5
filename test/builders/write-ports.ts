import { jiraDocuments } from '../../src/adapters/jira/documents';
import { jiraIssueRecords } from '../../src/adapters/jira/issue-records';
import { jiraProjectProperties } from '../../src/adapters/jira/project-properties';
import { memoryLists } from '../../src/adapters/memory/lists';
import { memoryWriteLocks } from '../../src/adapters/memory/write-locks';
import type { Ports } from '../../src/app';
import { documentKindOf } from '../../src/domain/document-kinds';
import type { Clock } from '../../src/ports/clock';
import type { KeptLists } from '../../src/ports/kept-lists';
import type { WriteLocks } from '../../src/ports/write-locks';
import type { Store } from '../../local-jira/jira/store';
import { idleClock } from './idle-clock';
import type { LocalRest } from './local-rest';

type Role = Parameters<LocalRest['as']>[0];

const locksOf = new WeakMap<Store, WriteLocks>();
const listsOf = new WeakMap<Store, KeptLists>();
const clocksOf = new WeakMap<Store, Clock>();

function clockOn({ store }: LocalRest): Clock {
  const known = clocksOf.get(store) ?? idleClock();
  clocksOf.set(store, known);
  return known;
}

/** The locks that belong to a local Jira: everybody who writes to it has the same. */
export function locksOn({ store }: LocalRest): WriteLocks {
  const known = locksOf.get(store) ?? memoryWriteLocks();
  locksOf.set(store, known);
  return known;
}

/** The lists that the app keeps beside a local Jira. */
function listsOn({ store }: LocalRest): KeptLists {
  const known = listsOf.get(store) ?? memoryLists();
  listsOf.set(store, known);
  return known;
}

/** What writing needs from the world, on local Jira and as a person. */
export function writePortsOn(local: LocalRest, role: Role): Ports {
  const request = local.as(role);
  return {
    documents: jiraDocuments(request),
    locks: locksOn(local),
    followUps: { askFor: () => Promise.resolve() },
    records: jiraIssueRecords(request),
    projects: jiraProjectProperties(request),
    lists: listsOn(local),
    newId: () => crypto.randomUUID(),
    clock: clockOn(local),
    kindOf: documentKindOf,
  };
}
