import * as v from 'valibot';
import type { Json } from '../../../src/domain/use-case/json';
import { describedFields, fieldDefinitions } from '../catalogue';
import { issueAnswer } from '../issue-answer';
import { searchIssues } from '../jql/search-issues';
import { parseJql } from '../jql/parse-jql';
import { checkQuery } from '../jql/check-query';
import {
  idSchema,
  numericId,
  listParameter,
  ok,
  readBody,
  viewOf,
  type Answer,
  type Call,
  type Operation,
} from '../operation';
import { readToken, writeToken } from '../page-token';
import { visibleIssue } from '../permissions';
import { JiraError } from '../problem';
import { suggestIssues } from '../suggest-issues';
import type { Issue } from '../state';

const searchBody = v.object({
  jql: v.optional(v.string(), ''),
  fields: v.optional(v.array(v.string()), ['id']),
  properties: v.optional(v.array(v.string()), []),
  expand: v.optional(v.string(), ''),
  maxResults: v.optional(v.number(), 50),
  nextPageToken: v.optional(v.string()),
  reconcileIssues: v.optional(v.array(numericId), []),
  fieldsByKeys: v.optional(v.boolean()),
});

type Search = v.InferOutput<typeof searchBody>;

const fetchBody = v.object({
  issueIdsOrKeys: v.array(idSchema),
  fields: v.optional(v.array(v.string())),
  properties: v.optional(v.array(v.string()), []),
  expand: v.optional(v.array(v.string()), []),
  fieldsByKeys: v.optional(v.boolean()),
});

/** Finding issues by JQL, and reading many at once. */
export const searchOperations: readonly Operation[] = [
  {
    operationId: 'searchAndReconsileIssuesUsingJql',
    method: 'GET',
    path: '/rest/api/3/search/jql',
    partial: 'expands names, schema and changelog',
    handle: (call) => {
      const { query } = call;
      return search(call, {
        jql: query.get('jql') ?? '',
        fields: [...(listParameter(query, 'fields') ?? ['id'])],
        properties: [...(listParameter(query, 'properties') ?? [])],
        expand: query.get('expand') ?? '',
        maxResults: numberOr(query.get('maxResults'), 50),
        nextPageToken: query.get('nextPageToken') ?? undefined,
        reconcileIssues: [...(listParameter(query, 'reconcileIssues') ?? [])],
        fieldsByKeys: undefined,
      });
    },
  },
  {
    operationId: 'searchAndReconsileIssuesUsingJqlPost',
    method: 'POST',
    path: '/rest/api/3/search/jql',
    partial: 'expands names, schema and changelog',
    handle: (call) => search(call, readBody(call, searchBody)),
  },
  {
    operationId: 'countIssues',
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    partial: 'the count is exact',
    handle: (call) => {
      const { jql } = readBody(call, v.object({ jql: v.string() }));
      return ok({ count: searchIssues(call, boundedQuery(jql), []).length });
    },
  },
  {
    operationId: 'parseJqlQueries',
    method: 'POST',
    path: '/rest/api/3/jql/parse',
    partial: 'errors only, no structure',
    handle: (call) => {
      const { queries } = readBody(call, v.object({ queries: v.array(v.string()) }));
      return ok({
        queries: queries.map((query) => ({ query, errors: checkQuery(call, query) })),
      });
    },
  },
  {
    operationId: 'getIssuePickerResource',
    method: 'GET',
    path: '/rest/api/3/issue/picker',
    partial: 'one section, by key and words of the summary; no history of the person',
    handle: (call) => ok(suggestIssues(call)),
  },
  {
    operationId: 'bulkFetchIssues',
    method: 'POST',
    path: '/rest/api/3/issue/bulkfetch',
    partial: 'expands names, schema and changelog',
    handle: (call) => bulkFetch(call, readBody(call, fetchBody)),
  },
];

function numberOr(text: string | null, fallback: number): number {
  return text === null || text === '' ? fallback : Number(text);
}

/** Jira refuses a query without a restriction: it would be every issue of the site. */
function boundedQuery(jql: string): ReturnType<typeof parseJql> {
  const query = parseJql(jql);
  if (query.where === undefined) {
    throw new JiraError(400, [
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ]);
  }
  return query;
}

function search(call: Call, asked: Search): Answer {
  const { fields, properties, reconcileIssues } = asked;
  if (properties.length > propertiesLimit) throw tooMany('properties', propertiesLimit);
  if (reconcileIssues.length > reconcileLimit) throw tooMany('reconcileIssues', reconcileLimit);
  const size = pageSize(asked);
  const found = searchIssues(call, boundedQuery(asked.jql), reconcileIssues);
  const start = startOf(call, asked, found);
  const page = found.slice(start, start + size);
  const last = page.at(-1);
  const isLast = start + page.length >= found.length;
  const expand = asked.expand.split(',').filter((name) => name !== '');
  const bookmark = { at: start + page.length, after: last?.id ?? null, query: asked.jql };
  const plain = properties.length === 0 && expand.length === 0;
  const bare = plain && fields.length === 1 && fields[0] === 'id';
  return ok(
    {
      issues: page.map((issue) =>
        bare
          ? { id: issue.id }
          : issueAnswer(viewOf(call), issue, { fields: named(fields), properties, expand }),
      ),
      isLast,
      ...(!isLast && { nextPageToken: writeToken(call, bookmark) }),
      ...describedFields(expand, fieldDefinitions),
    },
    page.length,
  );
}

const propertiesLimit = 5;
const reconcileLimit = 50;

const tooMany = (what: string, limit: number): JiraError =>
  new JiraError(400, [`The number of ${what} must not exceed ${String(limit)}.`]);

/** `id` and `key` are no fields: asking for them alone asks for none. */
function named(fields: readonly string[]): readonly string[] {
  const real = fields.filter((field) => field !== 'id' && field !== 'key');
  return real.length > 0 ? real : ['key'];
}

/** At most 5,000 where only ids and keys are asked for; fewer the more is asked of each issue. */
function pageSize({ fields, properties, maxResults }: Search): number {
  if (!Number.isInteger(maxResults) || maxResults < 1) {
    throw new JiraError(400, [`The value '${String(maxResults)}' of 'maxResults' is not valid.`]);
  }
  const real = fields.filter((field) => field !== 'id' && field !== 'key');
  const every = real.some((field) => field.startsWith('*'));
  if (real.length + properties.length === 0) return Math.min(maxResults, 5_000);
  return Math.min(maxResults, every || real.length > 10 ? 100 : 1_000);
}

function startOf(call: Call, { nextPageToken, jql }: Search, found: readonly Issue[]): number {
  if (nextPageToken === undefined) return 0;
  const { at, after } = readToken(call, nextPageToken, jql);
  const last = found.findIndex(({ id }) => id === after);
  return last === -1 ? at : last + 1;
}

const heavy = new Set(['comment', 'issuelinks', 'subtasks', 'labels']);

/** Named fields with one value each, and nothing expanded: of such, Jira gives 1,000 at once. */
function isLight({ fields = [], expand }: v.InferOutput<typeof fetchBody>): boolean {
  const named = fields.length > 0 && fields.length <= 100;
  const single = !fields.some((field) => field.startsWith('*') || heavy.has(field));
  return named && single && expand.length === 0;
}

/** 100 issues; 1,000 in the documented shape: named single-valued fields, nothing expanded. */
function bulkFetch(call: Call, asked: v.InferOutput<typeof fetchBody>): Answer {
  const { issueIdsOrKeys, fields, properties, expand } = asked;
  const limit = isLight(asked) ? 1_000 : 100;
  if (issueIdsOrKeys.length === 0 || issueIdsOrKeys.length > limit) {
    throw new JiraError(400, [
      `The number of issue ids or keys must be between 1 and ${String(limit)}.`,
    ]);
  }
  if (properties.length > propertiesLimit) throw tooMany('properties', propertiesLimit);
  const state = call.store.state();
  const found = new Map<string, Issue>();
  const errors: Json[] = [];
  for (const idOrKey of new Set(issueIdsOrKeys)) {
    const issue = visibleIssue(state, call.identity.accountId, idOrKey);
    if (issue) found.set(issue.id, issue);
    else errors.push({ id: idOrKey, errorMessage: missing });
  }
  const wanted = { fields: fields ? named(fields) : ['*navigable'], properties, expand };
  const issues = [...found.values()]
    .sort((left, right) => Number(left.id) - Number(right.id))
    .map((issue) => issueAnswer(viewOf(call), issue, wanted));
  return ok({ issues, issueErrors: errors }, issues.length);
}

const missing = 'Issue does not exist or you do not have permission to see it.';
