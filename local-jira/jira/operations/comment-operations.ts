import { isJsonObject, type Json } from '../../../src/domain/use-case/json';
import { commentAnswer } from '../answers';
import { checkedComment, commentEntry, touched } from '../issue-write';
import {
  actorOf,
  issueOf,
  jsonBody,
  numberParameter,
  ok,
  param,
  type Call,
  type Operation,
} from '../operation';
import { holdsOn } from '../permissions';
import { JiraError, noSuchComment } from '../problem';
import type { Comment } from '../state';

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
      const startAt = numberParameter(call, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const maxResults = numberParameter(call, 'maxResults', 100, 5_000);
      const page = comments.slice(startAt, startAt + maxResults);
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
      const entry = commentEntry(call, issue, body);
      call.store.commit([entry, touched(call, issue)], actorOf(call));
      const comment = entry.op === 'put-comment' ? entry.comment.id : '';
      return { status: 201, body: answerFor(call, commentOf(call, issue.id, comment)) };
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
      const comment = ownComment(call, 'edit');
      const body = checkedComment(bodyOf(call));
      const changed: Comment = {
        ...comment,
        body,
        updaterId: call.identity.accountId,
        updated: new Date(call.clock()).toISOString(),
      };
      call.store.commit(
        [{ op: 'put-comment', comment: changed }, touched(call, issueOf(call))],
        actorOf(call),
      );
      return ok(answerFor(call, changed));
    },
  },
  {
    operationId: 'deleteComment',
    method: 'DELETE',
    path: one,
    partial: 'by its author or a project admin',
    handle: (call) => {
      const { issueId, id } = ownComment(call, 'delete');
      call.store.commit(
        [{ op: 'delete-comment', issueId, commentId: id }, touched(call, issueOf(call))],
        actorOf(call),
      );
      return { status: 204 };
    },
  },
];

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

function ownComment(call: Call, act: string): Comment {
  const issue = issueOf(call);
  const comment = commentOf(call, issue.id, param(call, 'id'));
  const { accountId } = call.identity;
  const admin = holdsOn(call.store.state(), accountId, issue, 'ADMINISTER_PROJECTS');
  if (comment.authorId !== accountId && !admin) {
    throw new JiraError(400, [
      `You do not have the permission to ${act} the comment with id: ${comment.id}.`,
    ]);
  }
  return comment;
}
