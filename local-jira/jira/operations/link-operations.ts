import * as v from 'valibot';
import type { Entry } from '../entries';
import { historyOf } from '../issue-write';
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
      const inward = linkable(call, asked.inwardIssue);
      const outward = linkable(call, asked.outwardIssue);
      call.store.commit(linkEntries(call, type, inward, outward), actorOf(call));
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
      const ends = [link.inwardIssueId, link.outwardIssueId].map((id) => state.issues[id]);
      const { accountId } = call.identity;
      const may = ends.every((issue) => issue && seesIssue(state, accountId, issue));
      const mayLink = ends.some(
        (issue) => issue && holdsOn(state, accountId, issue, 'LINK_ISSUES'),
      );
      if (!may || !mayLink) throw noSuchLink(link.id);
      call.store.commit({ op: 'delete-link', linkId: link.id }, actorOf(call));
      return { status: 204 };
    },
  },
];

function linkOf(call: Call): Link {
  const id = param(call, 'linkId');
  const link = call.store.state().links[id];
  if (link === undefined) throw noSuchLink(id);
  return link;
}

function linkable(call: Call, { id, key }: v.InferOutput<typeof reference>): Issue {
  const issue = seenIssue(call, id ?? key ?? '');
  if (!holdsOn(call.store.state(), call.identity.accountId, issue, 'LINK_ISSUES')) {
    throw new JiraError(404, ['No Link Issue Permission for issue.']);
  }
  return issue;
}

function linkEntries(call: Call, type: LinkType, inward: Issue, outward: Issue): Entry[] {
  const link: Link = {
    id: nextId(call),
    typeId: type.id,
    inwardIssueId: inward.id,
    outwardIssueId: outward.id,
  };
  const told = (other: Issue, words: string): HistoryItem => ({
    field: 'Link',
    fieldtype: 'jira',
    fieldId: '',
    from: null,
    fromString: null,
    to: other.key,
    toString: `This issue ${words} ${other.key}`,
  });
  const inwardHistory = historyOf(call, inward.id, [told(outward, type.outward)], 2);
  const outwardHistory = historyOf(call, outward.id, [told(inward, type.inward)], 3);
  return [
    { op: 'put-link', link },
    { op: 'add-history', history: inwardHistory },
    { op: 'add-history', history: outwardHistory },
  ];
}
