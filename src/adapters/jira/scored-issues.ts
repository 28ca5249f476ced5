import * as v from 'valibot';
import { propertyKeys } from '../../domain/property-keys';
import { failure, success, type Result } from '../../domain/result';
import { readScore } from '../../domain/scoring/stored-score';
import { inPortions } from '../../domain/side-by-side';
import type { Json } from '../../domain/use-case/json';
import type { IssueId, ProjectId } from '../../domain/ids';
import type { JiraProblem } from '../../ports/issue-records';
import type { ScoredIssue } from '../../domain/quadrant/scored-issue';
import type { PictureProgress, ScoredIssues } from '../../ports/scored-issues';
import { readChain, readIds, readPage } from './issue-ids';
import { patientReading, type Reading } from './patient';
import { pause, type Wait } from './pause';
import { pointsIn } from './points-in';
import { narrowed } from './project-query';
import type { JiraRequest } from './request';
import { isRestricted, restrictionFields } from './restriction';

/** What Jira gives at once: issues in its documented light shape or, failing that, any. */
const issuesAtOnce = 1_000;
const issuesSurely = 100;
const requestsAtOnce = 8;

const json = v.unknown() as v.GenericSchema<unknown, Json>;

const issueAnswer = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    summary: v.string(),
    issuetype: v.object({ id: v.string(), name: v.string() }),
    status: v.object({ name: v.string() }),
    assignee: v.optional(
      v.nullable(v.object({ accountId: v.string(), displayName: v.string() })),
      null,
    ),
    parent: v.optional(v.nullable(v.object({ id: v.string(), key: v.string() })), null),
  }),
  properties: v.optional(v.record(v.string(), json), {}),
});

const fetchAnswer = v.object({
  issues: v.array(issueAnswer),
  issueErrors: v.optional(v.array(v.looseObject({ id: v.optional(v.string()) })), []),
});

/** The scores of a project over Jira REST. */
export function jiraScoredIssues(request: JiraRequest, wait: Wait = pause): ScoredIssues {
  const reading = (onSlowDown?: (seconds: number) => void): Reading =>
    patientReading(request, { atOnce: requestsAtOnce, wait, onSlowDown });
  return {
    readAll: (project, fields, progress) =>
      readAll(reading(progress.onSlowDown), project, { fields, progress }),
    readIds: (project, onSlowDown) =>
      readIds(reading(onSlowDown), narrowed(project), () => undefined),
    readIssues: (issues, fields) => readIssues(reading(), issues, fields),
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
    readRatings: async (issues) => {
      // A picture stands without answers; they are read when somebody looks at some.
      const { readRatings } = await import('./read-ratings');
      return readRatings(reading(), issues);
    },
  };
}

type Wanted = {
  readonly fields: readonly string[];
  readonly progress: PictureProgress;
};

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
  const ids = await readIds(reading, narrowed(project), onPage);
  const ends = await Promise.all(fetched);
  const failed = ends.find(({ ok }) => !ok);
  if (failed?.ok === false) return failed;
  return ids;
}

/** Reads a portion at once, or, where Jira does not take so many, in the portions that it surely takes. */
async function readPortion(
  reading: Reading,
  ids: readonly IssueId[],
  wanted: Wanted,
): Promise<Result<null, JiraProblem>> {
  const answer = await fetchIssues(reading, ids, wanted.fields);
  if (answer.ok) {
    wanted.progress.onIssues(answer.value.issues);
    return readPassedOver(reading, answer.value.passedOver, wanted);
  }
  if (answer.error.problem !== 'refused' || ids.length <= issuesSurely) return answer;
  const parts = inPortions(ids, issuesSurely);
  const ends = await Promise.all(parts.map((part) => readPortion(reading, part, wanted)));
  return ends.find(({ ok }) => !ok) ?? success(null);
}

/** Asks once more for what an answer passed over in silence; who is still missing then is told. */
async function readPassedOver(
  reading: Reading,
  ids: readonly IssueId[],
  { fields, progress }: Wanted,
): Promise<Result<null, JiraProblem>> {
  const ends = await Promise.all(
    inPortions(ids, issuesSurely).map(async (portion) => {
      const again = await fetchIssues(reading, portion, fields);
      if (!again.ok) return again;
      progress.onIssues(again.value.issues);
      if (again.value.passedOver.length > 0) progress.onUnread(again.value.passedOver);
      return success(null);
    }),
  );
  return ends.find(({ ok }) => !ok) ?? success(null);
}

type Fetched = {
  readonly issues: readonly ScoredIssue[];
  /** Asked for, but neither answered nor said to be out of sight. */
  readonly passedOver: readonly IssueId[];
};

async function fetchIssues(
  reading: Reading,
  ids: readonly IssueId[],
  fields: readonly string[],
): Promise<Result<Fetched, JiraProblem>> {
  const answer = await reading('/rest/api/3/issue/bulkfetch', {
    issueIdsOrKeys: ids,
    fields: [...shownFields, ...fields],
    properties: [propertyKeys.score],
  });
  if (!answer.ok) return answer;
  const parsed = v.safeParse(fetchAnswer, answer.value);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  const { issues, issueErrors } = parsed.output;
  const answered = new Set([...issues, ...issueErrors].map(({ id }) => id));
  return success({
    issues: issues.map((issue) => translated(issue, fields)),
    passedOver: ids.filter((id) => !answered.has(id)),
  });
}

/** Each holds one value, which is what lets Jira give a thousand issues at once. */
const shownFields = ['summary', 'issuetype', 'status', 'assignee', 'parent', ...restrictionFields];

function translated(
  { id, key, fields: values, properties }: v.InferOutput<typeof issueAnswer>,
  fields: readonly string[],
): ScoredIssue {
  return {
    id: id as IssueId,
    key,
    summary: values.summary,
    type: values.issuetype.name,
    typeId: values.issuetype.id,
    status: values.status.name,
    assignee: values.assignee?.displayName ?? '',
    assigneeId: values.assignee?.accountId ?? '',
    parentId: (values.parent?.id ?? null) as IssueId | null,
    parentKey: values.parent?.key ?? null,
    restricted: isRestricted(values),
    points: pointsIn(values, fields),
    score: readScore(properties[propertyKeys.score]),
  };
}

/** Jira's index lags behind its writes: a change is looked for a while further back. */
const lagSeconds = 300;

/** The most changes that are read one by one; above that everything is read anew. */
const changesAtMost = 1_000;

async function readChanges(
  reading: Reading,
  project: ProjectId,
  {
    since,
    fields,
  }: {
    readonly since: Parameters<ScoredIssues['readChanges']>[1];
    readonly fields: readonly string[];
  },
): Promise<Result<readonly ScoredIssue[] | undefined, JiraProblem>> {
  const minutes = Math.ceil((Date.now() / 1000 - since.updated + lagSeconds) / 60);
  const from = since.scored - lagSeconds;
  const changed = `(northstarScoredAt >= ${String(from)} OR updated >= "-${String(minutes)}m")`;
  const page = await readPage(reading, {
    jql: `${narrowed(project)} AND ${changed} ORDER BY key DESC`,
    fields: ['id'],
  });
  if (!page.ok) return page;
  const { ids, next } = page.value;
  if (next !== undefined || ids.length > changesAtMost) return success(undefined);
  if (ids.length === 0) return success([]);
  const fetched = await fetchIssues(reading, ids, fields);
  if (!fetched.ok) return fetched;
  // Of a change that was passed over, what is kept from the last visit would tell something old.
  return success(fetched.value.passedOver.length > 0 ? undefined : fetched.value.issues);
}

async function readIssues(
  reading: Reading,
  ids: readonly IssueId[],
  fields: readonly string[],
): Promise<Result<readonly ScoredIssue[], JiraProblem>> {
  const read: ScoredIssue[] = [];
  const ends = await Promise.all(
    inPortions([...new Set(ids)], issuesSurely).map(async (portion) => {
      const answer = await fetchIssues(reading, portion, fields);
      if (answer.ok) read.push(...answer.value.issues);
      return answer;
    }),
  );
  const failed = ends.find(({ ok }) => !ok);
  return failed?.ok === false ? failed : success(read);
}
