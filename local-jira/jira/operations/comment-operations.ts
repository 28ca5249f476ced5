import { isJsonObject, type Json } from '../../../src/domain/use-case/json';
import { commentAnswer } from '../answers';
import type { Entry } from '../entries';
import { checkedComment, newComment, touched } from '../issue-write';
import {
  actorOf,
  issueOf,
  jsonBody,
  momentOf,
  ok,
  param,
  sliceOf,
  type Call,
  type Operation,
} from '../operation';
import { holdsOn } from '../permissions';
import { JiraError, noSuchComment } from '../problem';
import type { Comment, Issue } from '../state';

const one = '/rest/api/3/issue/:issueIdOrKey/comment/:id';

/** Comments, in Atlassian Document Format. */
export const commentOperations: readonly Operation[] = [
  {
    operationId: 'getComments',
    method: 'GET',
    path: '/rest/api/3/issue/:issueIdOrKey/comment',
    handle: (call) => {
      const issue = issueOf(call);
      const state = call.store.state();
      const newestFirst = call.query.get('orderBy') === '-created';
      const kept = state.comments[issue.id] ?? [];
      const comments = newestFirst ? [...kept].reverse() : kept;
      const bounds = { fallback: 100, most: 5_000 };
      const { startAt, maxResults, page } = sliceOf(call, comments, bounds);
      return ok(
        {
          startAt,
          maxResults,
          total: comments.length,
          comments: page.map((comment) => commentAnswer(call.origin, state, comment)),
        },
        page.length,
      );
    },
  },
  {
    operationId: 'addComment',
    method: 'POST',
    path: '/rest/api/3/issue/:issueIdOrKey/comment',
    partial: 'no restriction to roles or groups',
    handle: (call) => {
      const issue = issueOf(call);
      const body = bodyOf(call);
      if (!holdsOn(call.store.state(), call.identity.accountId, issue, 'ADD_COMMENTS')) {
        throw new JiraError(400, [
          `${call.identity.accountId}, you do not have the permission to comment on this issue.`,
        ]);
      }
      const comment = newComment(call, issue, body);
      keep(call, issue, { op: 'put-comment', comment });
      return { status: 201, body: answerFor(call, comment) };
    },
  },
  {
    operationId: 'getComment',
    method: 'GET',
    path: one,
    handle: (call) => ok(answerFor(call, commentOf(call, issueOf(call).id, param(call, 'id')))),
  },
  {
    operationId: 'updateComment',
    method: 'PUT',
    path: one,
    partial: 'by its author or a project admin',
    handle: (call) => {
      const { issue, comment } = ownComment(call, 'edit');
      const body = checkedComment(bodyOf(call));
      const updaterId = call.identity.accountId;
      const changed: Comment = { ...comment, body, updaterId, updated: momentOf(call) };
      keep(call, issue, { op: 'put-comment', comment: changed });
      return ok(answerFor(call, changed));
    },
  },
  {
    operationId: 'deleteComment',
    method: 'DELETE',
    path: one,
    partial: 'by its author or a project admin',
    handle: (call) => {
      const { issue, comment } = ownComment(call, 'delete');
      keep(call, issue, { op: 'delete-comment', issueId: issue.id, commentId: comment.id });
      return { status: 204 };
    },
  },
];

/** Keeps what became of a comment; it counts as a change of its issue. */
function keep(call: Call, issue: Issue, entry: Entry): void {
  call.store.commit([entry, touched(call, issue)], actorOf(call));
}

function bodyOf(call: Call): Json {
  const body = jsonBody(call);
  return isJsonObject(body) ? (body['body'] ?? null) : null;
}

function answerFor(call: Call, comment: Comment): Json {
  return commentAnswer(call.origin, call.store.state(), comment);
}

function commentOf(call: Call, issueId: string, commentId: string): Comment {
  const comments = call.store.state().comments[issueId] ?? [];
  const comment = comments.find(({ id }) => id === commentId);
  if (comment === undefined) throw noSuchComment(commentId);
  return comment;
}

function ownComment(call: Call, act: string): { readonly issue: Issue; readonly comment: Comment } {
  const issue = issueOf(call);
  const comment = commentOf(call, issue.id, param(call, 'id'));
  const { accountId } = call.identity;
  const admin = holdsOn(call.store.state(), accountId, issue, 'ADMINISTER_PROJECTS');
  if (comment.authorId !== accountId && !admin) {
    throw new JiraError(400, [
      `You do not have the permission to ${act} the comment with id: ${comment.id}.`,
    ]);
  }
  return { issue, comment };
}
