import * as v from 'valibot';
import type { Json } from '../../../src/domain/use-case/json';
import { historyAnswer } from '../history';
import {
  idSchema,
  issueOf,
  numericId,
  ok,
  pageOf,
  readBody,
  type Call,
  type Operation,
} from '../operation';
import { visibleIssue } from '../permissions';
import { JiraError } from '../problem';
import { readToken, writeToken } from '../page-token';
import type { History } from '../state';

const manyLimit = 1_000;

const manyBody = v.object({
  issueIdsOrKeys: v.array(idSchema),
  fieldIds: v.optional(v.array(v.string())),
  maxResults: v.optional(v.number(), 1_000),
  nextPageToken: v.optional(v.string()),
});

/** Who changed what, and when; the oldest first. */
export const changelogOperations: readonly Operation[] = [
  {
    operationId: 'getChangeLogs',
    method: 'GET',
    path: '/rest/api/3/issue/:issueIdOrKey/changelog',
    handle: (call) => {
      const issue = issueOf(call);
      const histories = call.store.state().histories[issue.id] ?? [];
      const self = `${call.origin}/rest/api/3/issue/${issue.key}/changelog`;
      const page = pageOf(call, answers(call, histories), { fallback: 100, most: 100 });
      return ok({ self, ...page }, page.values.length);
    },
  },
  {
    operationId: 'getChangeLogsByIds',
    method: 'POST',
    path: '/rest/api/3/issue/:issueIdOrKey/changelog/list',
    handle: (call) => {
      const issue = issueOf(call);
      const { changelogIds } = readBody(call, v.object({ changelogIds: v.array(numericId) }));
      const found = (call.store.state().histories[issue.id] ?? []).filter(({ id }) =>
        changelogIds.includes(id),
      );
      const { length } = found;
      return ok(
        { startAt: 0, maxResults: length, total: length, histories: answers(call, found) },
        length,
      );
    },
  },
  {
    operationId: 'getBulkChangelogs',
    method: 'POST',
    path: '/rest/api/3/changelog/bulkfetch',
    handle: (call) => {
      const asked = readBody(call, manyBody);
      if (asked.issueIdsOrKeys.length === 0 || asked.issueIdsOrKeys.length > manyLimit) {
        throw new JiraError(400, [
          `The number of issue ids or keys must be between 1 and ${String(manyLimit)}.`,
        ]);
      }
      return changelogPage(call, asked);
    },
  },
];

function answers(call: Call, histories: readonly History[]): readonly Json[] {
  return histories.map((each) => historyAnswer(call.origin, call.store.state(), each));
}

/** What a page token belongs to: the same issues and fields. */
function queryOf({ issueIdsOrKeys, fieldIds }: v.InferOutput<typeof manyBody>): string {
  return JSON.stringify([issueIdsOrKeys, fieldIds ?? null]);
}

function changelogPage(call: Call, asked: v.InferOutput<typeof manyBody>): ReturnType<typeof ok> {
  const state = call.store.state();
  const fields = asked.fieldIds;
  const issues = asked.issueIdsOrKeys.flatMap(
    (idOrKey) => visibleIssue(state, call.identity.accountId, idOrKey) ?? [],
  );
  const histories = [...new Set(issues)]
    .flatMap((issue) => state.histories[issue.id] ?? [])
    .filter(({ items }) => items.some(({ fieldId }) => fields?.includes(fieldId) ?? true))
    .sort((left, right) => left.created.localeCompare(right.created));
  const token = asked.nextPageToken;
  const start = token === undefined ? 0 : readToken(call, token, queryOf(asked)).at;
  const maxResults = Math.min(Math.max(asked.maxResults, 1), 10_000);
  const page = histories.slice(start, start + maxResults);
  const more = start + page.length < histories.length;
  const issueIds = [...new Set(page.map(({ issueId }) => issueId))];
  return ok(
    {
      issueChangeLogs: issueIds.map((issueId) => ({
        issueId,
        changeHistories: answers(
          call,
          page.filter((each) => each.issueId === issueId),
        ),
      })),
      ...(more && {
        nextPageToken: writeToken(call, {
          at: start + page.length,
          after: null,
          query: queryOf(asked),
        }),
      }),
    },
    page.length,
  );
}
