import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { changesBetween } from '../jira/history';
import { statusesOf } from '../jira/schemes';
import type { History, Issue, Person, State } from '../jira/state';
import { ines, mira } from './people';

type Step = { readonly by: Person; readonly change: Partial<Issue> };

const hour = 60 * 60 * 1000;
const end = Date.UTC(2026, 10, 20, 16);

/** An issue with the past that led to it, and the history of that past. */
export type Told = { readonly issue: Issue; readonly histories: readonly History[] };

/**
 * Invents the past of an issue, backwards from what it is: it was made with a summary, then
 * estimated, labelled, assigned and moved along the workflow. The same issue always gets the same
 * past, and the last entries agree with the issue.
 */
export function tellHistory(state: State, issue: Issue, firstId: number): Told {
  const generator = xoroshiro128plus(Number(issue.id));
  const pick = (from: number, to: number): number => uniformInt(generator, from, to);
  const start = Date.parse(issue.created);
  const steps = stepsTo(state, issue);
  const room = Math.max((end - start) / hour / (steps.length + 1), 1);

  let at = start;
  let before: Issue = {
    ...issue,
    statusId: firstStatus(state, issue),
    assigneeId: null,
    points: null,
    labels: [],
    priorityId: '3',
    resolved: null,
    updated: issue.created,
  };
  const histories: History[] = [];
  for (const { by, change } of steps) {
    at += pick(Math.ceil(room / 4), Math.ceil(room)) * hour + pick(0, 59) * 60_000;
    const created = new Date(at).toISOString();
    const after = resolvedAt(state, { ...before, ...change, updated: created }, created);
    const items = changesBetween(state, before, after);
    const id = String(firstId + histories.length);
    histories.push({ id, issueId: issue.id, authorId: by.accountId, created, items });
    before = after;
  }
  return { issue: before, histories };
}

function firstStatus(state: State, issue: Issue): string {
  const project = state.projects[issue.projectId];
  return (project && statusesOf(state, project)[0]?.id) ?? issue.statusId;
}

function resolvedAt(state: State, issue: Issue, moment: string): Issue {
  const done = state.statuses.find(({ id }) => id === issue.statusId)?.category === 'done';
  return { ...issue, resolved: done ? (issue.resolved ?? moment) : null };
}

function stepsTo(state: State, issue: Issue): readonly Step[] {
  const project = state.projects[issue.projectId];
  const path = project ? statusesOf(state, project) : [];
  const reached = path.findIndex(({ id }) => id === issue.statusId);
  const assignee = state.people.find(({ accountId }) => accountId === issue.assigneeId);
  const worker = assignee ?? mira;
  const refines = Number(issue.id) % 3 === 0;
  const moves = path
    .slice(1, reached + 1)
    // Not everything is refined in a status of its own.
    .filter(({ id }, index) => index > 0 || refines || id === issue.statusId)
    .map(({ id }): Step => ({ by: worker, change: { statusId: id } }));
  return [
    ...(issue.labels.length > 0 ? [{ by: mira, change: { labels: issue.labels } }] : []),
    ...(issue.points === null ? [] : [{ by: ines, change: { points: issue.points } }]),
    ...(issue.priorityId === '3' ? [] : [{ by: ines, change: { priorityId: issue.priorityId } }]),
    ...(assignee ? [{ by: ines, change: { assigneeId: assignee.accountId } }] : []),
    ...moves,
  ];
}
