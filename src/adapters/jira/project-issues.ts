import * as v from 'valibot';
import { failure, success, type Result } from '../../domain/result';
import { inPortions, sideBySide } from '../../domain/side-by-side';
import type { Json } from '../../domain/use-case/json';
import { propertyKeys, type PropertyKind } from '../../domain/property-keys';
import type { IssueId, ProjectId } from '../../domain/ids';
import type { JiraProblem } from '../../ports/issue-records';
import type {
  DraftProblem,
  IssueDraft,
  MadeIssue,
  ProjectIssue,
  ProjectIssues,
} from '../../ports/project-issues';
import { readChain } from './issue-ids';
import { readWork } from './issue-work';
import { readNewest } from './newest-issues';
import { patientReading, type Reading } from './patient';
import { pause, type Wait } from './pause';
import { pointsIn } from './points-in';
import { narrowed } from './project-query';
import { isRestricted, restrictionFields } from './restriction';
import { ask, done, jiraPath, problemOf, read, send, type JiraRequest } from './request';

/** How many issues Jira gives with their fields at once, surely; and how many requests run together. */
const fetchedAtOnce = 100;
const requestsAtOnce = 8;

const json = v.unknown() as v.GenericSchema<unknown, Json>;

const issueAnswer = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    summary: v.string(),
    issuetype: v.object({
      id: v.string(),
      name: v.string(),
      hierarchyLevel: v.optional(v.number(), 0),
    }),
    status: v.object({ name: v.string() }),
    assignee: v.optional(v.nullable(v.object({ displayName: v.string() })), null),
    parent: v.optional(v.nullable(v.object({ id: v.string(), key: v.string() })), null),
  }),
  properties: v.optional(v.record(v.string(), json), {}),
});

const fetchAnswer = v.object({ issues: v.array(issueAnswer) });

const typesAnswer = v.array(
  v.object({ id: v.string(), name: v.string(), hierarchyLevel: v.optional(v.number(), 0) }),
);

const madeAnswer = v.object({
  issues: v.array(v.object({ id: v.string(), key: v.string() })),
  errors: v.optional(
    v.array(
      v.object({
        status: v.optional(v.number()),
        failedElementNumber: v.number(),
        elementErrors: v.optional(
          v.object({
            errorMessages: v.optional(v.array(v.string()), []),
            errors: v.optional(v.record(v.string(), v.string()), {}),
          }),
        ),
      }),
    ),
    [],
  ),
});

/** A project's issues over Jira REST. */
export function jiraProjectIssues(request: JiraRequest, wait: Wait = pause): ProjectIssues {
  return {
    listIssues: (project, wanted) =>
      listIssues(patientReading(request, { atOnce: requestsAtOnce, wait }), project, wanted),
    readTypes: async (project) => {
      const answer = await read(
        request,
        jiraPath`/rest/api/3/issuetype/project?projectId=${project}`,
      );
      if (!answer.ok) return answer;
      const parsed = v.safeParse(typesAnswer, answer.value);
      if (!parsed.success) return failure({ problem: 'refused', status: 200 });
      return success(
        parsed.output
          .filter(({ hierarchyLevel }) => hierarchyLevel >= 0)
          .map(({ id, name, hierarchyLevel }) => ({ id, name, level: hierarchyLevel })),
      );
    },
    makeIssues: (project, drafts) => makeIssues(request, project, drafts),
    readNewest: (project, kinds, after) =>
      readNewest(
        request,
        { project, after, reading: patientReading(request, { atOnce: requestsAtOnce, wait }) },
        (reading, keys) => fetchIssues(reading, keys, { kinds, fields: [] }),
      ),
    readWork: (issue) =>
      readWork(request, patientReading(request, { atOnce: requestsAtOnce, wait }), issue),
    linkStory: async (useCase, story) =>
      done(
        await send(request, 'POST', '/rest/api/3/issueLink', {
          type: { name: 'Relates' },
          inwardIssue: { id: useCase },
          outwardIssue: { id: story },
        }),
      ),
    deleteIssue: async (issue) => {
      const answer = await ask(request, jiraPath`/rest/api/3/issue/${issue}`, {
        method: 'DELETE',
      });
      if (!answer.ok) return answer;
      // Any other answer says nothing about the issue.
      return answer.value.status === 204 ? success(null) : failure({ problem: 'no-answer' });
    },
  };
}

async function listIssues(
  reading: Reading,
  project: ProjectId,
  { jql, kinds, pointsIn: fields = [], onProgress }: Parameters<ProjectIssues['listIssues']>[1],
): Promise<Result<readonly ProjectIssue[], JiraProblem>> {
  const newest = await readChain(reading, narrowed(project, jql));
  if (!newest.ok) return newest;
  const ids = newest.value.toReversed();
  const found: (readonly ProjectIssue[])[] = [];
  let arrived = 0;
  let problem: JiraProblem | undefined;
  const work = async (portion: readonly string[], index: number): Promise<void> => {
    const answer = await fetchIssues(reading, portion, { kinds, fields });
    if (answer.ok) {
      found[index] = answer.value;
      arrived += answer.value.length;
    } else problem ??= answer.error;
    onProgress?.(arrived, ids.length);
  };
  const stopped = (): boolean => problem !== undefined;
  await sideBySide(inPortions(ids, fetchedAtOnce), work, { atOnce: requestsAtOnce, stopped });
  return problem === undefined ? success(found.flat()) : failure(problem);
}

/** What is read of each issue beside its names: stored values, and where its estimate may stand. */
type Wanted = {
  readonly kinds: readonly PropertyKind[];
  readonly fields: readonly string[];
};

async function fetchIssues(
  reading: Reading,
  ids: readonly string[],
  wanted: Wanted,
): Promise<Result<readonly ProjectIssue[], JiraProblem>> {
  const answer = await reading('/rest/api/3/issue/bulkfetch', {
    issueIdsOrKeys: ids,
    fields: [
      ...['summary', 'issuetype', 'status', 'assignee', 'parent'],
      ...(wanted.fields.length > 0 ? restrictionFields : []),
      ...wanted.fields,
    ],
    properties: wanted.kinds.map((kind) => propertyKeys[kind]),
  });
  if (!answer.ok) return answer;
  const parsed = v.safeParse(fetchAnswer, answer.value);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  const order = new Map(ids.map((id, index) => [id, index]));
  const place = ({ id }: { readonly id: string }): number => order.get(id) ?? 0;
  return success(
    parsed.output.issues
      .map((issue) => translateIssue(issue, wanted))
      .sort((left, right) => place(left) - place(right)),
  );
}

function translateIssue(
  { id, key, fields, properties }: v.InferOutput<typeof issueAnswer>,
  wanted: Wanted,
): ProjectIssue {
  const raw = wanted.kinds.flatMap((kind): [PropertyKind, Json][] => {
    const value = properties[propertyKeys[kind]];
    return value === undefined ? [] : [[kind, value]];
  });
  return {
    id: id as IssueId,
    key,
    summary: fields.summary,
    type: fields.issuetype.name,
    typeId: fields.issuetype.id,
    level: fields.issuetype.hierarchyLevel,
    status: fields.status.name,
    assignee: fields.assignee?.displayName ?? '',
    parentId: (fields.parent?.id ?? null) as IssueId | null,
    parentKey: fields.parent?.key ?? null,
    ...(wanted.fields.length > 0 && {
      points: pointsIn(fields, wanted.fields),
      restricted: isRestricted(fields),
    }),
    raw: Object.fromEntries(raw),
  };
}

async function makeIssues(
  request: JiraRequest,
  project: ProjectId,
  drafts: readonly IssueDraft[],
): Promise<readonly Result<MadeIssue, DraftProblem>[]> {
  const issueUpdates = drafts.map((draft) => creationOf(project, draft));
  const answer = await sendCreations(request, { issueUpdates });
  if (!answer.ok) return drafts.map(() => answer);
  const parsed = v.safeParse(madeAnswer, answer.value);
  if (!parsed.success) return drafts.map(() => failure({ problem: 'no-answer' }));
  const { issues, errors } = parsed.output;
  const made = [...issues];
  return drafts.map((_draft, index) => {
    const error = errors.find(({ failedElementNumber }) => failedElementNumber === index);
    if (error !== undefined) return failure({ problem: 'not-taken', words: wordsOf(error) });
    const issue = made.shift();
    return issue === undefined
      ? failure({ problem: 'no-answer' })
      : success({ id: issue.id as IssueId, key: issue.key });
  });
}

/**
 * Where not one issue can be made, Jira answers 400 with the reason of each. Without an answer the
 * issues may have been made all the same; the caller looks before it tries again.
 */
async function sendCreations(
  request: JiraRequest,
  body: object,
): Promise<Result<unknown, JiraProblem>> {
  try {
    const response = await request('/rest/api/3/issue/bulk', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    const readable = response.status < 400 || response.status === 400;
    return readable ? success(await response.json()) : failure(problemOf(response));
  } catch {
    return failure({ problem: 'no-answer' });
  }
}

function creationOf(
  project: ProjectId,
  { op, typeId, summary, parentId, records }: IssueDraft,
): object {
  return {
    fields: {
      project: { id: project },
      issuetype: { id: typeId },
      summary,
      ...(parentId !== null && { parent: { id: parentId } }),
    },
    properties: Object.entries({ ...records, import: { schema: 1, op } }).map(([kind, value]) => ({
      key: propertyKeys[kind as PropertyKind],
      value,
    })),
  };
}

function wordsOf({ elementErrors }: v.InferOutput<typeof madeAnswer>['errors'][number]): string {
  const { errorMessages = [], errors = {} } = elementErrors ?? {};
  return [...errorMessages, ...Object.values(errors)].join(' ');
}
