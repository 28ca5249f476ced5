import * as v from 'valibot';
import type { Entry } from '../entries';
import { historyOf, touched } from '../issue-write';
import { linkTypeAnswer, wholeLinkAnswer } from '../issue-answer';
import {
  actorOf,
  idSchema,
  nextId,
  ok,
  param,
  readBody,
  seenIssue,
  viewOf,
  type Call,
  type Operation,
} from '../operation';
import { own } from '../../own';
import { holdsOn, seesIssue } from '../permissions';
import { JiraError, noSuchLink } from '../problem';
import type { HistoryItem, Issue, Link, LinkType } from '../state';

const reference = v.object({ id: v.optional(idSchema), key: v.optional(v.string()) });
const body = v.object({
  type: v.object({ id: v.optional(idSchema), name: v.optional(v.string()) }),
  inwardIssue: reference,
  outwardIssue: reference,
});

/** Links between issues. */
export const linkOperations: readonly Operation[] = [
  {
    operationId: 'getIssueLinkTypes',
    method: 'GET',
    path: '/rest/api/3/issueLinkType',
    handle: (call) => {
      const { linkTypes } = call.store.state();
      const issueLinkTypes = linkTypes.map(({ id }) => linkTypeAnswer(viewOf(call), id));
      return ok({ issueLinkTypes }, linkTypes.length);
    },
  },
  {
    operationId: 'linkIssues',
    method: 'POST',
    path: '/rest/api/3/issueLink',
    partial: 'no comment with the link',
    handle: (call) => {
      const asked = readBody(call, body);
      const type = call.store
        .state()
        .linkTypes.find(({ id, name }) => id === asked.type.id || name === asked.type.name);
      if (type === undefined) {
        const name = asked.type.name ?? asked.type.id ?? '';
        throw new JiraError(404, [`No issue link type with name '${name}' found.`]);
      }
      // As Jira's own document has it: the inward issue is where the link starts.
      const inward = endOf(call, asked.inwardIssue);
      const outward = endOf(call, asked.outwardIssue);
      if (!holdsOn(call.store.state(), call.identity.accountId, outward, 'LINK_ISSUES')) {
        throw new JiraError(404, ['No Link Issue Permission for issue.']);
      }
      if (inward.id === outward.id) {
        throw new JiraError(400, ['You cannot link an issue to itself.']);
      }
      // A link that is there already is not made a second time.
      if (isLinked(call, type, inward, outward)) return { status: 201 };
      const link: Link = {
        id: nextId(call),
        typeId: type.id,
        inwardIssueId: inward.id,
        outwardIssueId: outward.id,
      };
      call.store.commit(
        [{ op: 'put-link', link }, ...linkHistories(call, { type, inward, outward, made: true })],
        actorOf(call),
      );
      return { status: 201 };
    },
  },
  {
    operationId: 'getIssueLink',
    method: 'GET',
    path: '/rest/api/3/issueLink/:linkId',
    handle: (call) => {
      const answer = wholeLinkAnswer(viewOf(call), linkOf(call));
      if (answer === undefined) throw noSuchLink(param(call, 'linkId'));
      return ok(answer);
    },
  },
  {
    operationId: 'deleteIssueLink',
    method: 'DELETE',
    path: '/rest/api/3/issueLink/:linkId',
    handle: (call) => {
      const link = linkOf(call);
      const state = call.store.state();
      const [inward, outward] = [link.inwardIssueId, link.outwardIssueId].map(
        (id) => state.issues[id],
      );
      const { accountId } = call.identity;
      const type = state.linkTypes.find(({ id }) => id === link.typeId);
      if (!inward || !outward || !type) throw noSuchLink(link.id);
      const seen = [inward, outward].every((issue) => seesIssue(state, accountId, issue));
      if (!seen || !holdsOn(state, accountId, outward, 'LINK_ISSUES')) throw noSuchLink(link.id);
      const gone: Entry = { op: 'delete-link', linkId: link.id };
      call.store.commit(
        [gone, ...linkHistories(call, { type, inward, outward, made: false })],
        actorOf(call),
      );
      return { status: 204 };
    },
  },
];

function linkOf(call: Call): Link {
  const id = param(call, 'linkId');
  const link = own(call.store.state().links, id);
  if (link === undefined) throw noSuchLink(id);
  return link;
}

function isLinked(call: Call, type: LinkType, inward: Issue, outward: Issue): boolean {
  return Object.values(call.store.state().links).some(
    (link) =>
      link.typeId === type.id &&
      link.inwardIssueId === inward.id &&
      link.outwardIssueId === outward.id,
  );
}

function endOf(call: Call, { id, key }: v.InferOutput<typeof reference>): Issue {
  return seenIssue(call, id ?? key ?? '');
}

/** Both issues tell in their histories that a link was made or taken away. */
function linkHistories(
  call: Call,
  link: {
    readonly type: LinkType;
    readonly inward: Issue;
    readonly outward: Issue;
    readonly made: boolean;
  },
): Entry[] {
  const { type, inward, outward, made } = link;
  const told = (other: Issue, words: string): HistoryItem => {
    const text = `This issue ${words} ${other.key}`;
    const [from, to] = made ? [null, other.key] : [other.key, null];
    const fromString = made ? null : text;
    const item = { field: 'Link', fieldtype: 'jira', fieldId: '', from, fromString, to } as const;
    return { ...item, toString: made ? text : null };
  };
  const ends = [
    { issue: inward, item: told(outward, type.outward) },
    { issue: outward, item: told(inward, type.inward) },
  ];
  return ends.flatMap(({ issue, item }, index) => [
    { op: 'add-history', history: historyOf(call, issue.id, [item], index + 2) },
    touched(call, issue),
  ]);
}
