import { AsyncLocalStorage } from 'node:async_hooks';
import { useStorage } from '../test/builders/forge-storage';
import { aLocalRest, type LocalRest } from '../test/builders/local-rest';
import { idleClock } from '../test/builders/idle-clock';
import type { Faults } from '../local-jira/jira/faults';
import type { State } from '../local-jira/jira/state';
import type { Timers } from '../local-jira/forge/timers';
import { kvsLists } from '../src/adapters/forge/kvs-lists';
import { kvsWriteLocks } from '../src/adapters/forge/kvs-write-locks';
import { jiraDocuments } from '../src/adapters/jira/documents';
import { jiraIssueRecords } from '../src/adapters/jira/issue-records';
import { jiraProjectProperties } from '../src/adapters/jira/project-properties';
import type { JiraRequest } from '../src/adapters/jira/request';
import { createApp } from '../src/app';
import type { AppError } from '../src/contract';
import { documentKindOf } from '../src/domain/document-kinds';
import { failure, type Result } from '../src/domain/result';
import { completeUnfinished } from '../src/operations/complete-write';
import type { Clock } from '../src/ports/clock';
import { northstarResolver } from '../src/resolvers/northstar';

type Role = Parameters<LocalRest['as']>[0];

/** Local Jira, Forge's storage and the app's function in one process, on a clock that runs by itself. */
export type SavesWorld = {
  readonly local: LocalRest;
  readonly faults: Faults;
  readonly clock: Clock;
  /** Calls the function as a person, from a page of the project CDP. */
  readonly invoke: <View>(
    role: Role,
    functionKey: string,
    payload: unknown,
  ) => Promise<Result<View, AppError>>;
  /** Lets the next call break off once it has asked for so many things. */
  readonly crashAfter: (steps: number) => void;
  /** Whether a call broke off. */
  readonly hasCrashed: () => boolean;
  /** What the function asked of Jira and of the storage since the last call of `count`. */
  readonly count: () => {
    readonly jiraCalls: number;
    readonly storageCalls: number;
    readonly rounds: number;
  };
  /** What the app does when everybody is gone: the sweep of the hours that follow. */
  readonly sweep: () => Promise<void>;
};

/** One call of the function: what it asked so far, and when it breaks off. */
type Call = {
  asked: number;
  underway: number;
  readonly breaksAt: number;
  readonly onBreak: () => void;
};

const hour = 3_600_000;

export function createSavesWorld(state?: State): SavesWorld {
  const clock = idleClock(undefined, 24 * hour);
  const timers: Timers = {
    now: clock.now,
    after: (milliseconds, callback) => {
      void clock.wait(milliseconds).then(callback);
      return () => undefined;
    },
  };
  const local = aLocalRest({ timers, ...(state && { state }) });
  const { faults } = local.rest;
  const calls = createCalls();
  useStorage({ ...{ store: local.store, timers, faults }, around: calls.askStorage });
  const appAs = (role: Role) => {
    const request = calls.counting(local.as(role));
    return createApp({
      ...{ documents: jiraDocuments(request), locks: kvsWriteLocks, clock },
      ...{ followUps: { askFor: () => Promise.resolve() }, kindOf: documentKindOf },
      ...{ records: jiraIssueRecords(request), projects: jiraProjectProperties(request) },
      ...{ lists: kvsLists, newId: () => crypto.randomUUID() },
    });
  };
  return {
    ...{ local, faults, clock },
    ...{ crashAfter: calls.crashAfter, hasCrashed: calls.hasCrashed, count: calls.count },
    invoke: (role, functionKey, payload) => {
      const { issue, project } = local.place('CDP-8');
      const context = { extension: { issue: { id: issue }, project: { id: project } } };
      const { accountId } = local.person(role);
      const run = northstarResolver(appAs(role));
      const event = { call: { functionKey, payload }, context };
      return calls.run(() => run(event, { principal: { accountId } })) as Promise<never>;
    },
    sweep: async () => {
      const ports = { documents: jiraDocuments(local.as('app')), locks: kvsWriteLocks, clock };
      for (let hours = 0; hours < 2; hours += 1) {
        await clock.wait(hour);
        await completeUnfinished({ ...ports, kindOf: documentKindOf });
      }
    },
  };
}

/** Counts what calls of the function ask for, and lets one of them break off. */
function createCalls() {
  const calls = new AsyncLocalStorage<Call>();
  let counted = { jiraCalls: 0, storageCalls: 0, rounds: 0 };
  let crash = Infinity;
  let hasCrashed = false;
  const ask = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const call = calls.getStore();
    if (call === undefined) return work();
    call.asked += 1;
    const breaks = call.asked === call.breaksAt;
    const answer = work();
    if (call.asked > call.breaksAt) return new Promise(() => undefined);
    if (!breaks) return answer;
    await answer.catch(() => undefined);
    hasCrashed = true;
    call.onBreak();
    return new Promise(() => undefined);
  };
  return {
    hasCrashed: () => hasCrashed,
    crashAfter: (steps: number) => {
      crash = steps;
    },
    count: () => {
      const result = counted;
      counted = { jiraCalls: 0, storageCalls: 0, rounds: 0 };
      return result;
    },
    askStorage: <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
      if (calls.getStore() !== undefined) counted.storageCalls += 1;
      return ask(work);
    },
    counting:
      (request: JiraRequest): JiraRequest =>
      (path, init) =>
        ask(async () => {
          const call = calls.getStore();
          if (call === undefined) return request(path, init);
          counted.jiraCalls += 1;
          if (call.underway === 0) counted.rounds += 1;
          call.underway += 1;
          try {
            return await request(path, init);
          } finally {
            call.underway -= 1;
          }
        }),
    /** Runs one call; what it would have answered after it broke off, nobody hears. */
    run: (work: () => Promise<unknown>): Promise<unknown> =>
      new Promise((resolve) => {
        const breaksAt = crash;
        crash = Infinity;
        const onBreak = (): void => {
          resolve(failure({ code: 'cut-off' }));
        };
        void calls.run({ asked: 0, underway: 0, breaksAt, onBreak }, work).then(resolve);
      }),
  };
}
