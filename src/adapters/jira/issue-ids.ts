import * as v from 'valibot';
import { failure, success, type Result } from '../../domain/result';
import type { IssueId } from '../../domain/ids';
import type { JiraProblem } from '../../ports/issue-records';
import type { Reading } from './patient';

/** What Jira gives at once where only ids and keys are asked for. It may always give fewer. */
const idsAtOnce = 5_000;

const idPage = v.object({
  issues: v.array(v.object({ id: v.string(), key: v.optional(v.string(), '') })),
  nextPageToken: v.optional(v.string()),
});

type Page = {
  readonly ids: readonly IssueId[];
  readonly lowest: string;
  readonly next: string | undefined;
};

type Asked = { readonly jql: string; readonly fields: readonly string[] };
type Ids = Promise<Result<readonly IssueId[], JiraProblem>>;
type OnPage = (ids: readonly IssueId[]) => void;

/** One page of a query. */
export async function readPage(
  reading: Reading,
  asked: Asked & { readonly token?: string },
): Promise<Result<Page, JiraProblem>> {
  const { jql, fields, token } = asked;
  const answer = await reading('/rest/api/3/search/jql', {
    jql,
    fields,
    maxResults: idsAtOnce,
    ...(token !== undefined && { nextPageToken: token }),
  });
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

/** The number in the highest key that a query finds; 0 where it finds none. */
export async function highestNumber(
  reading: Reading,
  query: string,
): Promise<Result<number, JiraProblem>> {
  const answer = await reading('/rest/api/3/search/jql', {
    ...newestFirst(query, ['key']),
    maxResults: 1,
  });
  if (!answer.ok) return answer;
  const parsed = v.safeParse(idPage, answer.value);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  const [newest] = parsed.output.issues;
  return success(newest === undefined ? 0 : numberOf(newest.key));
}

/**
 * All ids of a project: the first page names the highest keys; the ranges of keys below it are asked
 * for side by side, because pages that follow a token come one after the other.
 */
export async function readIds(reading: Reading, query: string, onPage: OnPage): Ids {
  const asked = newestFirst(query, ['key']);
  const first = await readPage(reading, asked);
  if (!first.ok) return first;
  const { ids, lowest, next } = first.value;
  onPage(ids);
  if (next === undefined) return success(ids);
  const prefix = lowest.replace(/\d+$/u, '');
  const ranges = await Promise.all(
    rangesBelow(numberOf(lowest)).map(([from, to]) => {
      const bounds = `key >= "${prefix}${String(from)}" AND key <= "${prefix}${String(to)}"`;
      return readChain(reading, `${query} AND ${bounds}`, onPage);
    }),
  );
  // Jira refuses a range whose end was deleted; following the token always works.
  if (ranges.some(({ ok }) => !ok)) return readRest(reading, asked, { ids, next, onPage });
  return success([...ids, ...ranges.flatMap((range) => (range.ok ? range.value : []))]);
}

/** The ids that a query finds, page after page. */
export async function readChain(
  reading: Reading,
  query: string,
  onPage: OnPage = () => undefined,
): Ids {
  const asked = newestFirst(query, ['id']);
  const first = await readPage(reading, asked);
  if (!first.ok) return first;
  const { ids, next } = first.value;
  onPage(ids);
  return next === undefined ? success(ids) : readRest(reading, asked, { ids, next, onPage });
}

async function readRest(
  reading: Reading,
  asked: Asked,
  from: { readonly ids: readonly IssueId[]; readonly next: string; readonly onPage: OnPage },
): Ids {
  const ids = new Set(from.ids);
  let token: string | undefined = from.next;
  while (token !== undefined) {
    const page: Result<Page, JiraProblem> = await readPage(reading, { ...asked, token });
    if (!page.ok) return page;
    const fresh = page.value.ids.filter((id) => !ids.has(id));
    for (const id of fresh) ids.add(id);
    from.onPage(fresh);
    token = page.value.next;
  }
  return success([...ids]);
}

function newestFirst(query: string, fields: readonly string[]): Asked {
  return { jql: `${query} ORDER BY key DESC`, fields };
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
