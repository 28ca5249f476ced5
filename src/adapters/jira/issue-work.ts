import * as v from 'valibot';
import { failure, success, type Result } from '../../domain/result';
import type { Json } from '../../domain/use-case/json';
import { authoredKinds } from '../../domain/authored-kinds';
import { propertyKeys } from '../../domain/property-keys';
import type { Done, MadeBefore } from '../../domain/import/worked-on';
import type { IssueId } from '../../domain/ids';
import type { JiraProblem } from '../../ports/issue-records';
import type { Reading } from './patient';
import { jiraPath, read, type JiraRequest } from './request';

const json = v.unknown() as v.GenericSchema<unknown, Json>;

const person = v.optional(
  v.nullable(
    v.object({
      accountId: v.optional(v.string(), ''),
      displayName: v.string(),
      accountType: v.optional(v.string(), ''),
    }),
  ),
  null,
);
const done = v.object({ author: person, created: v.string() });
/** How many there are: an answer holds the first or the newest of them only. */
const counted = { total: v.optional(v.number(), 0) };

const issueAnswer = v.object({
  fields: v.object({
    project: v.object({ id: v.string() }),
    created: v.string(),
    comment: v.optional(v.object({ ...counted, comments: v.array(done) }), {
      ...{ total: 0, comments: [] },
    }),
    worklog: v.optional(v.object({ ...counted, worklogs: v.array(done) }), {
      ...{ total: 0, worklogs: [] },
    }),
    attachment: v.optional(v.array(v.object({ ...done.entries, filename: v.string() })), []),
    subtasks: v.optional(v.array(v.object({ id: v.string(), key: v.string() })), []),
  }),
  properties: v.optional(v.record(v.string(), json), {}),
  // Without it nobody can tell what was done: such an answer is none.
  changelog: v.object({
    ...counted,
    histories: v.array(
      v.object({
        ...done.entries,
        items: v.array(
          v.object({
            field: v.string(),
            from: v.optional(v.nullable(v.string()), null),
            to: v.optional(v.nullable(v.string()), null),
          }),
        ),
      }),
    ),
  }),
});

const childrenAnswer = v.object({
  issues: v.array(v.object({ id: v.string(), key: v.string() })),
});

const fields = 'project,created,comment,worklog,attachment,subtasks';

/** What was done at an issue since it was made. */
export async function readWork(
  request: JiraRequest,
  reading: Reading,
  issue: IssueId,
): Promise<Result<MadeBefore, JiraProblem>> {
  const properties = authoredKinds.map((kind) => propertyKeys[kind]).join(',');
  const [found, below] = await Promise.all([
    read(
      request,
      jiraPath`/rest/api/3/issue/${issue}?fields=${fields}&properties=${properties}&expand=changelog`,
    ),
    reading('/rest/api/3/search/jql', {
      jql: `parent = ${issue}`,
      fields: ['key'],
      maxResults: 50,
    }),
  ]);
  if (!found.ok) return found;
  const parsed = v.safeParse(issueAnswer, found.value);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  // Jira refuses a query for the children of what the search does not know yet.
  const isUnknownToSearch = !below.ok && below.error.problem === 'refused';
  if (!below.ok && !isUnknownToSearch) return below;
  const children = v.safeParse(childrenAnswer, below.ok ? below.value : { issues: [] });
  if (!children.success) return failure({ problem: 'refused', status: 200 });
  return success(translated(parsed.output, children.output.issues));
}

type Names = readonly { readonly id: string; readonly key: string }[];

function translated(
  { fields: found, properties, changelog }: v.InferOutput<typeof issueAnswer>,
  below: Names,
): MadeBefore {
  const raw = authoredKinds.flatMap((kind) => {
    const value = properties[propertyKeys[kind]];
    return value === undefined ? [] : [[kind, value] as const];
  });
  const hasMore =
    changelog.total > changelog.histories.length ||
    found.comment.total > found.comment.comments.length ||
    found.worklog.total > found.worklog.worklogs.length;
  const children = [...found.subtasks, ...below];
  return {
    project: found.project.id,
    created: Date.parse(found.created),
    raw: Object.fromEntries(raw),
    children: [...new Map(children.map((child) => [child.id, child])).values()],
    events: [
      // What an answer leaves out is somebody's, too.
      ...(hasMore
        ? [event('changed', 'more than can be told', { author: null, created: found.created })]
        : []),
      ...changelog.histories.flatMap((history) =>
        history.items.map(({ field, from, to }) =>
          field === 'Link'
            ? event('linked', to ?? from ?? '', history)
            : event('changed', field, history),
        ),
      ),
      ...found.comment.comments.map((each) => event('commented', '', each)),
      ...found.worklog.worklogs.map((each) => event('logged-work', '', each)),
      ...found.attachment.map((each) => event('attached', each.filename, each)),
    ].sort((left, right) => left.at - right.at),
  };
}

function event(
  did: Done['did'],
  what: string,
  { author, created }: v.InferOutput<typeof done>,
): Done {
  const by = {
    id: author?.accountId ?? '',
    name: author?.displayName ?? '',
    isApp: author?.accountType === 'app',
  };
  return { did, what, at: Date.parse(created), by };
}
