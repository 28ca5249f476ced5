import * as v from 'valibot';
import { propertyKeys } from '../../domain/property-keys';
import { failure, success, type Result } from '../../domain/result';
import { readScore } from '../../domain/scoring/stored-score';
import { inPortions } from '../../domain/side-by-side';
import type { Json } from '../../domain/use-case/json';
import type { IssueId, ProjectId } from '../../ports/ids';
import type { JiraProblem } from '../../ports/issue-records';
import type { PictureProgress, ScoredIssue, ScoredIssues } from '../../ports/scored-issues';
import { createPool, patiently } from './patient';
import { pointsIn } from './points-in';
import { narrowed } from './project-query';
import { send, type JiraRequest } from './request';

/** What Jira gives at once: ids, and issues in its documented light shape or, failing that, any. */
const idsAtOnce = 5_000;
const issuesAtOnce = 1_000;
const issuesSurely = 100;
const requestsAtOnce = 8;

const json = v.unknown() as v.GenericSchema<unknown, Json>;

const idPage = v.object({
  issues: v.array(v.object({ id: v.string(), key: v.optional(v.string(), '') })),
  nextPageToken: v.optional(v.string()),
});

const issueAnswer = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    summary: v.string(),
    issuetype: v.object({ name: v.string() }),
    status: v.object({ name: v.string() }),
    assignee: v.optional(
      v.nullable(v.object({ accountId: v.string(), displayName: v.string() })),
      null,
    ),
    parent: v.optional(v.nullable(v.object({ id: v.string(), key: v.string() })), null),
  }),
  properties: v.optional(v.record(v.string(), json), {}),
});

const fetchAnswer = v.object({ issues: v.array(issueAnswer) });

const ratingsAnswer = v.object({
  issues: v.array(
    v.object({ id: v.string(), properties: v.optional(v.record(v.string(), json), {}) }),
  ),
});

type Reading = {
  readonly request: JiraRequest;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** All requests of one reading share their places, so that Jira is never asked too much at once. */
  readonly pool: ReturnType<typeof createPool>;
};

/** The scores of a project over Jira REST. */
export function jiraScoredIssues(
  request: JiraRequest,
  wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
): ScoredIssues {
  const reading = (): Reading => ({ request, wait, pool: createPool(requestsAtOnce) });
  return {
    readAll: (project, fields, progress) => readAll(reading(), project, { fields, progress }),
    readIds: (project) => readIds(reading(), project, () => undefined),
    readChanges: (project, since, fields) => readChanges(reading(), project, { since, fields }),
    readUnscored: async (project) => {
      const jql = `${narrowed(project)} AND northstarScore IS EMPTY ORDER BY Rank`;
      const page = await readPage(reading(), { jql, fields: ['id'] });
      return page.ok ? success(page.value.ids) : page;
    },
    find: async (project, jql) => {
      const found = await readChain(reading(), narrowed(project, jql));
      return found.ok ? success(new Set(found.value)) : found;
    },
    readRatings: (issues) => readRatings(reading(), issues),
  };
}

type Page = {
  readonly ids: readonly IssueId[];
  readonly lowest: string;
  readonly next: string | undefined;
};

async function readPage(
  { request, wait, pool }: Reading,
  asked: { readonly jql: string; readonly fields: readonly string[]; readonly token?: string },
): Promise<Result<Page, JiraProblem>> {
  const { jql, fields, token } = asked;
  const body = {
    jql,
    fields,
    maxResults: idsAtOnce,
    ...(token !== undefined && { nextPageToken: token }),
  };
  const answer = await patiently(
    () => pool(() => send(request, 'POST', '/rest/api/3/search/jql', body)),
    wait,
  );
  if (!answer.ok) return answer;
  const parsed = v.safeParse(idPage, answer.value);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  const { issues, nextPageToken } = parsed.output;
  return success({
    ids: issues.map(({ id }) => id as IssueId),
    lowest: issues.at(-1)?.key ?? '',
    next: nextPageToken,
  });
}

/**
 * All ids: the first page names the highest keys; the ranges of keys below it are asked for side by
 * side, because pages that follow a token come one after the other.
 */
async function readIds(
  reading: Reading,
  project: ProjectId,
  onPage: (ids: readonly IssueId[]) => void,
): Promise<Result<readonly IssueId[], JiraProblem>> {
  const query = narrowed(project);
  const first = await readPage(reading, { jql: `${query} ORDER BY key DESC`, fields: ['key'] });
  if (!first.ok) return first;
  const { ids, lowest, next } = first.value;
  onPage(ids);
  if (next === undefined) return success(ids);
  const ranges = rangesBelow(numberOf(lowest));
  const prefix = lowest.replace(/\d+$/u, '');
  const pages = await Promise.all(
    ranges.map(async ([from, to]) => {
      const bounds = `key >= "${prefix}${String(from)}" AND key <= "${prefix}${String(to)}"`;
      const jql = `${query} AND ${bounds} ORDER BY key DESC`;
      const page = await readPage(reading, { jql, fields: ['id'] });
      if (page.ok) onPage(page.value.ids);
      return page;
    }),
  );
  const refused = pages.find(({ ok }) => !ok);
  // Jira refuses a range whose end was deleted; following the token always works.
  if (refused !== undefined) return readRest(reading, query, { ids, next, onPage });
  return success([...ids, ...pages.flatMap((page) => (page.ok ? page.value.ids : []))]);
}

function rangesBelow(lowest: number): readonly (readonly [number, number])[] {
  const count = Math.ceil((lowest - 1) / idsAtOnce);
  return Array.from({ length: count }, (_each, index) => {
    const to = lowest - 1 - index * idsAtOnce;
    return [Math.max(1, to - idsAtOnce + 1), to] as const;
  });
}

function numberOf(key: string): number {
  return Number(/\d+$/u.exec(key)?.[0] ?? 1);
}

async function readRest(
  reading: Reading,
  query: string,
  from: {
    readonly ids: readonly IssueId[];
    readonly next: string;
    readonly onPage: (ids: readonly IssueId[]) => void;
  },
): Promise<Result<readonly IssueId[], JiraProblem>> {
  const ids = [...from.ids];
  const known = new Set(ids);
  let token: string | undefined = from.next;
  while (token !== undefined) {
    const jql = `${query} ORDER BY key DESC`;
    const page: Result<Page, JiraProblem> = await readPage(reading, {
      jql,
      fields: ['key'],
      token,
    });
    if (!page.ok) return page;
    const fresh = page.value.ids.filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    from.onPage(fresh);
    ids.push(...fresh);
    token = page.value.next;
  }
  return success(ids);
}

async function readChain(
  reading: Reading,
  query: string,
): Promise<Result<readonly IssueId[], JiraProblem>> {
  const first = await readPage(reading, { jql: `${query} ORDER BY key DESC`, fields: ['key'] });
  if (!first.ok || first.value.next === undefined)
    return first.ok ? success(first.value.ids) : first;
  const { ids, next } = first.value;
  return readRest(reading, query, { ids, next, onPage: () => undefined });
}

async function readAll(
  reading: Reading,
  project: ProjectId,
  {
    fields,
    progress,
  }: { readonly fields: Promise<readonly string[]>; readonly progress: PictureProgress },
): Promise<Result<readonly IssueId[], JiraProblem>> {
  const fetched: Promise<Result<null, JiraProblem>>[] = [];
  const asked = new Set<IssueId>();
  const onPage = (ids: readonly IssueId[]): void => {
    const fresh = ids.filter((id) => !asked.has(id));
    for (const id of fresh) asked.add(id);
    progress.onIds(asked.size);
    for (const portion of inPortions(fresh, issuesAtOnce)) {
      const read = async (): Promise<Result<null, JiraProblem>> =>
        readPortion(reading, portion, { fields: await fields, progress });
      fetched.push(read());
    }
  };
  const ids = await readIds(reading, project, onPage);
  const ends = await Promise.all(fetched);
  const failed = ends.find(({ ok }) => !ok);
  if (failed?.ok === false) return failed;
  return ids;
}

/** Reads a portion at once, or, where Jira does not take so many, in the portions that it surely takes. */
async function readPortion(
  reading: Reading,
  ids: readonly IssueId[],
  wanted: { readonly fields: readonly string[]; readonly progress: PictureProgress },
): Promise<Result<null, JiraProblem>> {
  const answer = await fetchIssues(reading, ids, wanted.fields);
  if (answer.ok) {
    wanted.progress.onIssues(answer.value);
    return success(null);
  }
  if (answer.error.problem !== 'refused' || ids.length <= issuesSurely) return answer;
  const parts = inPortions(ids, issuesSurely);
  const ends = await Promise.all(parts.map((part) => readPortion(reading, part, wanted)));
  return ends.find(({ ok }) => !ok) ?? success(null);
}

async function fetchIssues(
  { request, wait, pool }: Reading,
  ids: readonly IssueId[],
  fields: readonly string[],
): Promise<Result<readonly ScoredIssue[], JiraProblem>> {
  const body = {
    issueIdsOrKeys: ids,
    fields: [...shownFields, ...fields],
    properties: [propertyKeys.score],
  };
  const answer = await patiently(
    () => pool(() => send(request, 'POST', '/rest/api/3/issue/bulkfetch', body)),
    wait,
  );
  return answer.ok ? translated(answer.value, fields) : answer;
}

/** Each holds one value, which is what lets Jira give a thousand issues at once. */
const shownFields = ['summary', 'issuetype', 'status', 'assignee', 'parent'];

function translated(
  answer: unknown,
  fields: readonly string[],
): Result<readonly ScoredIssue[], JiraProblem> {
  const parsed = v.safeParse(fetchAnswer, answer);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  return success(
    parsed.output.issues.map(({ id, key, fields: values, properties }) => ({
      id: id as IssueId,
      key,
      summary: values.summary,
      type: values.issuetype.name,
      status: values.status.name,
      assignee: values.assignee?.displayName ?? '',
      assigneeId: values.assignee?.accountId ?? '',
      parentId: (values.parent?.id ?? null) as IssueId | null,
      parentKey: values.parent?.key ?? null,
      points: pointsIn(values, fields),
      score: readScore(properties[propertyKeys.score]),
    })),
  );
}

/** Jira's index lags behind its writes: a change is looked for a while further back. */
const lagSeconds = 300;

/** The most changes that are read one by one; above that everything is read anew. */
const changesAtMost = 1_000;

async function readChanges(
  reading: Reading,
  project: ProjectId,
  { since, fields }: { readonly since: number; readonly fields: readonly string[] },
): Promise<Result<readonly ScoredIssue[] | undefined, JiraProblem>> {
  const from = since - lagSeconds;
  const minutes = Math.ceil((Date.now() / 1000 - from) / 60);
  const changed = `(northstarScoredAt >= ${String(from)} OR updated >= "-${String(minutes)}m")`;
  const page = await readPage(reading, {
    jql: `${narrowed(project)} AND ${changed} ORDER BY key DESC`,
    fields: ['id'],
  });
  if (!page.ok) return page;
  const { ids, next } = page.value;
  if (next !== undefined || ids.length > changesAtMost) return success(undefined);
  return ids.length === 0 ? success([]) : fetchIssues(reading, ids, fields);
}

async function readRatings(
  { request, wait, pool }: Reading,
  issues: readonly IssueId[],
): Promise<Result<ReadonlyMap<IssueId, Json>, JiraProblem>> {
  const found = new Map<IssueId, Json>();
  const ends = await Promise.all(
    inPortions(issues, issuesSurely).map(async (portion) => {
      const body = {
        issueIdsOrKeys: portion,
        fields: ['summary'],
        properties: [propertyKeys.rating],
      };
      const answer = await patiently(
        () => pool(() => send(request, 'POST', '/rest/api/3/issue/bulkfetch', body)),
        wait,
      );
      const parsed = answer.ok ? v.safeParse(ratingsAnswer, answer.value) : undefined;
      for (const { id, properties } of parsed?.success === true ? parsed.output.issues : []) {
        const rating = properties[propertyKeys.rating];
        if (rating !== undefined) found.set(id as IssueId, rating);
      }
      return answer;
    }),
  );
  const failed = ends.find(({ ok }) => !ok);
  return failed?.ok === false ? failed : success(found);
}
