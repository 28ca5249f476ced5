import { childrenOf, linksOf, otherEnd } from '../issue-relations';
import { own } from '../../own';
import { visibleIssue } from '../permissions';
import { notEvaluated, noSuchFunction, noSuchIssueFor, wrongArgument } from './jql-problems';
import type { JqlWorld } from './jql-world';
import { edgeOf } from './moments';

type Evaluate = (world: JqlWorld, args: readonly string[], field: string) => readonly string[];

const edge =
  (
    name: string,
    span: Parameters<typeof edgeOf>[0],
    which: Parameters<typeof edgeOf>[1],
  ): Evaluate =>
  ({ now }, args) => {
    const moment = edgeOf(span, which, { now, shift: args[0] });
    if (moment === undefined) throw wrongArgument(name, args[0] ?? '');
    return [String(moment)];
  };

const evaluators: Readonly<Record<string, Evaluate>> = {
  currentuser: ({ accountId }) => [accountId],
  now: ({ now }) => [String(now)],
  startofday: edge('startOfDay', 'day', 'start'),
  endofday: edge('endOfDay', 'day', 'end'),
  startofweek: edge('startOfWeek', 'week', 'start'),
  endofweek: edge('endOfWeek', 'week', 'end'),
  startofmonth: edge('startOfMonth', 'month', 'start'),
  endofmonth: edge('endOfMonth', 'month', 'end'),
  startofyear: edge('startOfYear', 'year', 'start'),
  endofyear: edge('endOfYear', 'year', 'end'),
  linkedissues: (world, [key = '', ...types], field) => {
    const { state } = world;
    const issue = visibleIssue(state, world.accountId, key);
    if (issue === undefined) throw noSuchIssueFor(key, field);
    return linksOf(state, issue.id).flatMap((link) => {
      const outward = link.inwardIssueId === issue.id;
      const type = state.linkTypes.find(({ id }) => id === link.typeId);
      const words = (outward ? type?.outward : type?.inward)?.toLowerCase() ?? '';
      const wanted = types.length === 0 || types.some((each) => each.toLowerCase() === words);
      return wanted ? [otherEnd(link, issue.id)] : [];
    });
  },
  childissuesof: (world, [key = ''], field) => {
    const issue = visibleIssue(world.state, world.accountId, key);
    if (issue === undefined) throw noSuchIssueFor(key, field);
    return descendants(world, issue.id);
  },
  standardissuetypes: ({ state }) =>
    state.issueTypes.filter(({ hierarchyLevel }) => hierarchyLevel >= 0).map(({ id }) => id),
  subtaskissuetypes: ({ state }) =>
    state.issueTypes.filter(({ subtask }) => subtask).map(({ id }) => id),
  projectsleadbyuser: ({ state, accountId }, [asked]) =>
    Object.values(state.projects)
      .filter(({ leadId }) => leadId === (asked ?? accountId))
      .map(({ id }) => id),
};

/** Functions that Jira has and local Jira does not. */
const notHere = new Set(
  (
    'closedSprints componentsLeadByUser currentLogin earliestUnreleasedVersion futureSprints ' +
    'issueHistory issuesWithRemoteLinksByGlobalId lastLogin latestReleasedVersion membersOf ' +
    'openSprints projectsWhereUserHasPermission projectsWhereUserHasRole releasedVersions ' +
    'unreleasedVersions updatedBy votedIssues watchedIssues'
  )
    .toLowerCase()
    .split(' '),
);

/** What a function of JQL stands for: ids, or moments in milliseconds. */
export function evaluateFunction(
  world: JqlWorld,
  name: string,
  args: readonly string[],
  field: string,
): readonly string[] {
  const key = name.toLowerCase();
  const evaluate = own(evaluators, key);
  if (evaluate === undefined) {
    throw notHere.has(key) ? notEvaluated(`the function '${name}()'`) : noSuchFunction(name);
  }
  return evaluate(world, args, field);
}

function descendants(world: JqlWorld, issueId: string): readonly string[] {
  const children = childrenOf(world.state, issueId).map(({ id }) => id);
  return [...children, ...children.flatMap((id) => descendants(world, id))];
}
