import type { Json } from '../../src/domain/use-case/json';
import { without } from '../own';
import { numberOf } from './issue-key';
import { childrenOf } from './issue-relations';
import type {
  Attachment,
  Comment,
  History,
  Issue,
  Link,
  Permission,
  State,
  StoredItem,
  Worklog,
} from './state';

type Values<Value> = Readonly<Record<string, Value>>;

/** One completed change, as the journal keeps it. */
export type Entry =
  | { readonly op: 'put-issue'; readonly issue: Issue }
  | { readonly op: 'delete-issue'; readonly issueId: string }
  | { readonly op: 'add-history'; readonly history: History }
  | { readonly op: 'put-comment'; readonly comment: Comment }
  | { readonly op: 'delete-comment'; readonly issueId: string; readonly commentId: string }
  | { readonly op: 'add-worklog'; readonly worklog: Worklog }
  | { readonly op: 'add-attachment'; readonly attachment: Attachment }
  | { readonly op: 'put-link'; readonly link: Link }
  | { readonly op: 'delete-link'; readonly linkId: string }
  | {
      readonly op: 'put-issue-property';
      readonly issueIds: readonly string[];
      readonly key: string;
      readonly value: Json;
    }
  | {
      readonly op: 'delete-issue-property';
      readonly issueIds: readonly string[];
      readonly key: string;
    }
  | {
      readonly op: 'put-project-property';
      readonly projectId: string;
      readonly key: string;
      readonly value: Json;
    }
  | { readonly op: 'delete-project-property'; readonly projectId: string; readonly key: string }
  | {
      readonly op: 'grant';
      readonly projectId: string;
      readonly permission: Permission;
      readonly accountIds: readonly string[];
    }
  | { readonly op: 'put-item'; readonly id: string; readonly item: StoredItem }
  | { readonly op: 'delete-item'; readonly id: string };

type Change<Op extends Entry['op']> = Extract<Entry, { op: Op }>;
type Appliers = {
  readonly [Op in Entry['op']]: (state: State, entry: Change<Op>) => Partial<State>;
};

const appliers: Appliers = {
  'put-issue': (state, { issue }) => ({
    issues: { ...state.issues, [issue.id]: issue },
    lastId: Math.max(state.lastId, Number(issue.id)),
    lastNumbers: {
      ...state.lastNumbers,
      [issue.projectId]: Math.max(state.lastNumbers[issue.projectId] ?? 0, numberOf(issue.key)),
    },
  }),
  'delete-issue': (state, { issueId }) => ({
    issues: orphaned(without(state.issues, issueId), issueId),
    histories: without(state.histories, issueId),
    comments: without(state.comments, issueId),
    worklogs: without(state.worklogs ?? {}, issueId),
    attachments: without(state.attachments ?? {}, issueId),
    issueProperties: without(state.issueProperties, issueId),
    links: Object.fromEntries(
      Object.entries(state.links).filter(
        ([, link]) => link.inwardIssueId !== issueId && link.outwardIssueId !== issueId,
      ),
    ),
  }),
  'add-history': (state, { history }) => {
    // By its id, because a journal that was not yet emptied is replayed over its own snapshot.
    const others = (state.histories[history.issueId] ?? []).filter(({ id }) => id !== history.id);
    return {
      histories: { ...state.histories, [history.issueId]: [...others, history] },
      lastId: Math.max(state.lastId, Number(history.id)),
    };
  },
  'put-comment': (state, { comment }) => {
    const others = (state.comments[comment.issueId] ?? []).filter(({ id }) => id !== comment.id);
    const all = [...others, comment].sort((left, right) => Number(left.id) - Number(right.id));
    return {
      comments: { ...state.comments, [comment.issueId]: all },
      lastId: Math.max(state.lastId, Number(comment.id)),
    };
  },
  'delete-comment': (state, { issueId, commentId }) => ({
    comments: {
      ...state.comments,
      [issueId]: (state.comments[issueId] ?? []).filter(({ id }) => id !== commentId),
    },
  }),
  'add-worklog': (state, { worklog }) => ({
    worklogs: added(state.worklogs, worklog),
    lastId: Math.max(state.lastId, Number(worklog.id)),
  }),
  'add-attachment': (state, { attachment }) => ({
    attachments: added(state.attachments, attachment),
    lastId: Math.max(state.lastId, Number(attachment.id)),
  }),
  'put-link': (state, { link }) => ({
    links: { ...state.links, [link.id]: link },
    lastId: Math.max(state.lastId, Number(link.id)),
  }),
  'delete-link': (state, { linkId }) => ({ links: without(state.links, linkId) }),
  'put-issue-property': (state, { issueIds, key, value }) => {
    const issueProperties = { ...state.issueProperties };
    for (const id of issueIds) issueProperties[id] = { ...issueProperties[id], [key]: value };
    return { issueProperties };
  },
  'delete-issue-property': (state, { issueIds, key }) => {
    const issueProperties = { ...state.issueProperties };
    for (const id of issueIds) issueProperties[id] = without(issueProperties[id] ?? {}, key);
    return { issueProperties };
  },
  'put-project-property': (state, { projectId, key, value }) => {
    const properties = { ...state.projectProperties[projectId], [key]: value };
    return { projectProperties: { ...state.projectProperties, [projectId]: properties } };
  },
  'delete-project-property': (state, { projectId, key }) => {
    const properties = without(state.projectProperties[projectId] ?? {}, key);
    return { projectProperties: { ...state.projectProperties, [projectId]: properties } };
  },
  grant: (state, { projectId, permission, accountIds }) => {
    const project = state.projects[projectId];
    if (project === undefined) return {};
    const holders = accountIds.map((accountId) => ({ accountId }));
    const scheme = { ...project.scheme, [permission]: holders };
    return { projects: { ...state.projects, [projectId]: { ...project, scheme } } };
  },
  'put-item': (state, { id, item }) => ({ appStorage: { ...state.appStorage, [id]: item } }),
  'delete-item': (state, { id }) => ({ appStorage: without(state.appStorage, id) }),
};

/** By its id, as a journal may be replayed over its own snapshot. */
function added<Item extends { readonly id: string; readonly issueId: string }>(
  all: Values<readonly Item[]> = {},
  item: Item,
): Values<readonly Item[]> {
  const others = (all[item.issueId] ?? []).filter(({ id }) => id !== item.id);
  return { ...all, [item.issueId]: [...others, item] };
}

/** The state after a change. Pure, so that the journal replays to the same state. */
export function applyEntry(state: State, entry: Entry): State {
  const apply = appliers[entry.op] as (state: State, entry: Entry) => Partial<State>;
  return { ...state, ...apply(state, entry) };
}

/** Children of a deleted issue stay, without a parent. */
function orphaned(issues: Values<Issue>, parentId: string): Values<Issue> {
  const children = childrenOf({ issues }, parentId);
  if (children.length === 0) return issues;
  const freed = children.map((issue) => [issue.id, { ...issue, parentId: null }] as const);
  return { ...issues, ...Object.fromEntries(freed) };
}
