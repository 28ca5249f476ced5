import type { SettingsChange } from '../src/domain/settings/settings';
import { settingsDocument } from '../src/domain/settings/settings-document';
import type { FaultAnswer } from '../local-jira/jira/faults';
import type { RatingView, Saving, SaveView, SettingsView, WithdrawalView } from '../src/contract';
import { jiraDocuments } from '../src/adapters/jira/documents';
import { jiraIssueRecords } from '../src/adapters/jira/issue-records';
import { success } from '../src/domain/result';
import { remembers } from '../src/domain/document/operation';
import type { Json } from '../src/domain/use-case/json';
import type { AccountId } from '../src/domain/ids';
import { draftStore } from '../static/shared/record/drafts';
import { lastSeen } from '../static/shared/record/last-seen';
import { stayWithSave } from '../static/shared/record/stay-with-save';
import { createWorkspace } from '../static/shared/record/workspace';
import { draftBox } from '../static/shared/drafts/draft-box';
import { createRatingSession } from '../static/shared/rating/rating-session';
import { deviceStore } from '../static/shared/device-store';
import { createSavesWorld, type SavesWorld } from './saves-world';

/** What a person is shown last. */
type Shown = 'saved' | 'merged' | 'conflict' | 'stillChecking' | 'failed';
type Saved = 'useCase' | 'rating' | 'settings';
type Flow = 'first' | 'second' | 'besideForeignWrite';

type Case = {
  readonly fault: string;
  /** Undefined where that depends on how far the function came. */
  readonly landed: boolean | undefined;
  /** Puts the fault in the way of the save; `write` is the operation that writes. */
  readonly inject: (world: SavesWorld, write: string) => void;
};

const answers: Readonly<Record<string, FaultAnswer>> = {
  ...{ unauthorised: 401, forbidden: 403, notFound: 404, conflict409: 409, tooLarge: 413 },
  ...{ slowDown: 429, serverError: 500, html: 'html', empty: 'empty', thrown: 'none' },
};

const headers = { 'retry-after': '2' };

const cases: readonly Case[] = [
  { fault: 'none', landed: true, inject: () => undefined },
  {
    ...{ fault: 'refused', landed: false },
    inject: ({ faults }, operationId) => {
      faults.inject({ operationId, when: 'before', status: 400, times: 1 });
    },
  },
  ...Object.entries(answers).flatMap(([fault, status]): readonly Case[] => [
    {
      ...{ fault, landed: true },
      inject: ({ faults }, operationId) => {
        faults.inject({ operationId, when: 'after', status, headers, times: 1 });
      },
    },
    {
      ...{ fault, landed: false },
      inject: ({ faults }, operationId) => {
        faults.inject({ operationId, when: 'before', status, headers, times: 1_000 });
      },
    },
  ]),
  {
    ...{ fault: 'lateLanding', landed: true },
    inject: ({ faults }, operationId) => {
      faults.inject({ operationId, when: 'late', status: 'none', seconds: 20, times: 1 });
      faults.inject({ operationId, when: 'before', status: 503, times: 1_000 });
    },
  },
  {
    ...{ fault: 'storageConflict', landed: true },
    inject: ({ faults }) => {
      for (const path of ['transaction', 'entity/set'])
        faults.inject({ operationId: `storage:${path}`, when: 'before', status: 409, times: 1 });
    },
  },
  {
    ...{ fault: 'storageDown', landed: false },
    inject: ({ faults }) => {
      for (const path of ['transaction', 'entity/set', 'entity/get'])
        faults.inject({
          operationId: `storage:${path}`,
          when: 'before',
          status: 503,
          times: 1_000,
        });
    },
  },
  ...Array.from({ length: 9 }, (_, step) => ({
    ...{ fault: `crashAfterStep${String(step + 1)}`, landed: undefined },
    inject: (world: SavesWorld) => {
      world.crashAfter(step + 1);
    },
  })),
];

type Row = {
  readonly fault: string;
  readonly landed: boolean;
  readonly record: Saved;
  readonly flow: Flow;
  readonly shown: Shown;
  readonly stored: boolean;
  /** Whether the fault struck at all; a row where it did not counts as wrong. */
  readonly fired: boolean;
  readonly agrees: boolean;
  readonly jiraCalls: number;
  readonly storageCalls: number;
  readonly rounds: number;
};

/**
 * For each fault, where the write landed and where it did not: what the person is shown last and what is
 * stored in the end, on the first save, the second, and beside a write from outside.
 */
export async function measureSaves(): Promise<object> {
  const rows: Row[] = [];
  // What is loaded on the first save comes from the disk, in real time; the clock of the rows is virtual.
  await import('../static/shared/record/saving-actions');
  await runCase({ fault: 'none', landed: true, inject: () => undefined }, 'useCase', 'second');
  for (const each of cases)
    for (const record of ['useCase', 'rating', 'settings'] as const)
      for (const flow of ['first', 'second', 'besideForeignWrite'] as const)
        rows.push(await runCase(each, record, flow));
  const wrong = rows.filter(({ agrees }) => !agrees);
  return { rows, cases: rows.length, disagreements: wrong.length };
}

/** One kind of document, as a person writes it. */
type Writer = {
  readonly write: string;
  /** Saves a field and resolves once the last word is known, or the person has left after ten minutes. */
  readonly save: (
    field: 0 | 1,
    value: number,
  ) => Promise<{ readonly shown: Shown; readonly op: string }>;
  readonly raw: () => Json | undefined;
  readonly putRaw: (value: Json) => void;
  readonly foreign: (raw: Json | undefined) => Json;
};

async function runCase({ fault, landed, inject }: Case, record: Saved, flow: Flow): Promise<Row> {
  const world = createSavesWorld();
  const writer = writers[record](world);
  if (flow !== 'first') await writer.save(0, 1);
  // From outside, after the person had looked: another field, by somebody who keeps what they do not know.
  if (flow === 'besideForeignWrite') writer.putRaw(writer.foreign(writer.raw()));
  world.count();
  inject(world, writer.write);
  const { shown, op } = await writer.save(flow === 'first' ? 0 : 1, 2);
  const { jiraCalls, storageCalls, rounds } = world.count();
  const wasThere = remembers(writer.raw(), op);
  const fired = fault === 'none' || world.faults.struck() > 0 || world.hasCrashed();
  // The sweep of the next hours meets a site that is well again.
  world.faults.clear();
  await world.sweep();
  const stored = remembers(writer.raw(), op);
  return {
    ...{ fault, landed: landed ?? wasThere, record, flow, stored, fired },
    shown: shown === 'saved' && flow === 'besideForeignWrite' ? 'merged' : shown,
    agrees: fired && isTrue(shown, stored),
    ...{ jiraCalls, storageCalls, rounds },
  };
}

/** Whether what was shown is so; that it is not known yet is always true. */
function isTrue(shown: Shown, stored: boolean): boolean {
  return shown === 'stillChecking' || (shown === 'saved') === stored;
}

const givesUpAfter = 600_000;

async function lastWord(world: SavesWorld, save: Promise<Shown>): Promise<Shown> {
  const left = world.clock.wait(givesUpAfter).then((): Shown => 'stillChecking');
  return Promise.race([save, left]);
}

const writers: Readonly<Record<Saved, (world: SavesWorld) => Writer>> = {
  useCase: useCaseWriter,
  rating: ratingWriter,
  settings: settingsWriter,
};

function onIssue(world: SavesWorld, key: string): Pick<Writer, 'write' | 'raw' | 'putRaw'> {
  const { local } = world;
  const { issue } = local.place('CDP-8');
  return {
    write: 'setIssueProperty',
    raw: () => local.store.state().issueProperties[issue]?.[key],
    putRaw: (value) => {
      local.store.commit({ op: 'put-issue-property', issueIds: [issue], key, value });
    },
  };
}

const nowhere = (): Storage => {
  throw new Error('There is no storage here.');
};

/** Names operations in order, and tells the last name. */
function operationIds(): { readonly next: () => string; readonly last: () => string } {
  let count = 0;
  const last = (): string => (count === 0 ? '' : `operation-${String(count)}`);
  return {
    next: () => {
      count += 1;
      return last();
    },
    last,
  };
}

function useCaseWriter(world: SavesWorld): Writer {
  const { local, clock, invoke } = world;
  const place = local.place('CDP-8');
  const viewer = local.person('editor').accountId as AccountId;
  const device = deviceStore('site', nowhere);
  const fields = ['why', 'what'] as const;
  const operations = operationIds();
  const workspace = createWorkspace({
    ...{ place, viewer, records: jiraIssueRecords(local.as('editor')) },
    people: {
      findPeople: () => Promise.resolve(success([])),
      readNames: () => Promise.resolve(success(new Map())),
    },
    ...{
      drafts: draftStore(device, viewer, place.issue),
      seen: lastSeen(device, viewer, place.issue),
    },
    recordEdit: (payload) => invoke<SaveView>('editor', 'recordEdit', payload),
    replaceRecord: (payload) => invoke<SaveView>('editor', 'replaceRecord', payload),
    withdrawEdit: (payload) => invoke<WithdrawalView>('editor', 'withdrawEdit', payload),
    derive: () => Promise.resolve(),
    newOpId: operations.next,
    wait: clock.wait,
  });
  return {
    ...onIssue(world, 'northstarUseCase'),
    save: async (field, value) => {
      if (operations.last() === '') await workspace.load();
      const change = { field: fields[field], base: '', next: `value ${String(value)}` };
      const saving = workspace.save([change]).then((): Shown => {
        const { saves, clashes } = workspace.state();
        if (clashes.length > 0) return 'conflict';
        return saves.length === 0 ? 'saved' : 'failed';
      });
      return { shown: await lastWord(world, saving), op: operations.last() };
    },
    foreign: (raw) => ({ ...(raw as object), who: 'from outside' }),
  };
}

function ratingWriter(world: SavesWorld): Writer {
  const { local, clock, invoke } = world;
  const { issue } = local.place('CDP-8');
  const inputs = ['revenue', 'reach'] as const;
  const operations = operationIds();
  const on = onIssue(world, 'northstarRating');
  const session = createRatingSession(
    {
      ...{ issue, records: jiraIssueRecords(local.as('editor')) },
      box: draftBox(deviceStore('site', nowhere), `mira:rating:${issue}`),
      recordRating: (payload) => invoke<RatingView>('editor', 'recordRating', payload),
      withdrawEdit: (payload) => invoke<WithdrawalView>('editor', 'withdrawEdit', payload),
      derive: () => Promise.resolve(),
      newOpId: operations.next,
      wait: clock.wait,
    },
    on.raw(),
  );
  return {
    ...on,
    save: async (field, value) => {
      const next = { low: value, likely: value, high: value };
      const saving = session
        .save([{ input: inputs[field], base: null, next }])
        .then((saved): Shown => {
          if (session.state().save !== undefined) return 'failed';
          return saved.length === 0 ? 'conflict' : 'saved';
        });
      return { shown: await lastWord(world, saving), op: operations.last() };
    },
    foreign: (raw) => {
      const { answers, ...rest } = raw as { readonly answers: object };
      return { ...rest, answers: { ...answers, fit: 5 } };
    },
  };
}

function settingsWriter(world: SavesWorld): Writer {
  const { local, clock, invoke } = world;
  const { project } = local.place('CDP-8');
  const key = 'northstarSettings';
  const documents = jiraDocuments(local.as('admin'));
  const operations = operationIds();
  const changeOf = (field: 0 | 1) =>
    field === 0
      ? { part: 'visibility', base: 'on', next: 'off' }
      : { part: 'hiddenTypes', base: [], next: ['10001'] };
  return {
    write: 'setProjectProperty',
    raw: () => local.store.state().projectProperties[project]?.[key],
    putRaw: (value) => {
      local.store.commit({ op: 'put-project-property', projectId: project, key, value });
    },
    save: async (field) => {
      const opId = operations.next();
      const payload = { opId, changes: [changeOf(field)], replaces: null };
      const saving = stayWithSave(
        {
          withdrawEdit: (asked) => invoke<WithdrawalView>('admin', 'withdrawEdit', asked),
          wait: clock.wait,
        },
        {
          kind: settingsDocument,
          changes: [changeOf(field)] as readonly SettingsChange[],
          written: { issue: null, document: 'settings', opId },
          send: () => invoke<SettingsView & Saving<never>>('admin', 'changeSettings', payload),
          read: () => documents.read({ entity: 'project', id: project, key }),
          onChecking: () => undefined,
        },
      ).then((end): Shown => {
        if (!end.ok) return 'failed';
        return end.value.clashes.length > 0 ? 'conflict' : 'saved';
      });
      return { shown: await lastWord(world, saving), op: opId };
    },
    foreign: (raw) => ({ ...(raw as object), later: 'from outside' }),
  };
}
