import { textOf } from '../adf';
import { categoryName } from '../answers';
import { pointsFieldOf, priorities, storyPointEstimate, storyPoints } from '../catalogue';
import { numberOf, projectKeyOf } from '../issue-key';
import { linksOf, otherEnd } from '../issue-relations';
import { seesIssue, visibleIssue, visibleProject } from '../permissions';
import type { Issue } from '../state';
import { choiceField, momentField, numberField, textField } from './field-kinds';
import { noSuchIssueFor } from './jql-problems';
import type { JqlField, JqlWorld } from './jql-world';

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

const idsNamed = (
  items: readonly { readonly id: string; readonly name: string }[],
  text: string,
): readonly string[] =>
  items.filter(({ id, name }) => id === text || same(name, text)).map(({ id }) => id);

const personIds = ({ state }: JqlWorld, text: string): readonly string[] =>
  state.people
    .filter(
      ({ accountId, displayName, email }) =>
        accountId === text || same(displayName, text) || same(email, text),
    )
    .map(({ accountId }) => accountId);

const present = (value: string | null): readonly string[] => (value === null ? [] : [value]);

const personField = (names: readonly string[], of: (issue: Issue) => string | null): JqlField =>
  choiceField({
    names,
    idsOf: personIds,
    of: (_world, issue) => present(of(issue)),
    sortKey:
      ({ state }) =>
      (issue) =>
        state.people.find(({ accountId }) => accountId === of(issue))?.displayName ?? null,
  });

const issueIds = (world: JqlWorld, text: string): readonly string[] => {
  const issue = visibleIssue(world.state, world.accountId, text);
  return issue ? [issue.id] : [];
};

/** "CDP-9" before "CDP-14": by project, then by number. */
const keyRank = ({ key }: Issue): string =>
  `${projectKeyOf(key)}-${String(numberOf(key)).padStart(9, '0')}`;

const placeOf = (items: readonly { readonly id: string }[], wanted: string): number | null => {
  const place = items.findIndex(({ id }) => id === wanted);
  return place === -1 ? null : place;
};

const things: readonly JqlField[] = [
  choiceField({
    names: ['project'],
    idsOf: ({ state, accountId }, text) => {
      const named = Object.values(state.projects).find(({ name }) => same(name, text));
      const project = visibleProject(state, accountId, named?.id ?? text);
      return project ? [project.id] : [];
    },
    of: (_world, { projectId }) => [projectId],
    sortKey:
      ({ state }) =>
      ({ projectId }) =>
        state.projects[projectId]?.name ?? null,
  }),
  choiceField({
    names: ['issuetype', 'type'],
    idsOf: ({ state }, text) => idsNamed(state.issueTypes, text),
    of: (_world, { typeId }) => [typeId],
    sortKey:
      ({ state }) =>
      ({ typeId }) =>
        placeOf(state.issueTypes, typeId),
  }),
  choiceField({
    names: ['status'],
    idsOf: ({ state }, text) => idsNamed(state.statuses, text),
    of: (_world, { statusId }) => [statusId],
    sortKey:
      ({ state }) =>
      ({ statusId }) =>
        placeOf(state.statuses, statusId),
  }),
  choiceField({
    names: ['statusCategory'],
    idsOf: ({ state }, text) =>
      [...new Set(state.statuses.map((status) => [status.category, categoryName(status)] as const))]
        .filter(([category, name]) => category === text || same(name, text))
        .map(([category]) => category),
    of: ({ state }, { statusId }) =>
      present(state.statuses.find(({ id }) => id === statusId)?.category ?? null),
  }),
  choiceField({
    names: ['priority'],
    idsOf: (_world, text) => idsNamed(priorities, text),
    of: (_world, { priorityId }) => [priorityId],
    // The most urgent is the greatest, though its id is the smallest.
    rank: (id) => -Number(id),
    sortKey:
      () =>
      ({ priorityId }) =>
        -Number(priorityId),
  }),
  choiceField({
    names: ['labels'],
    idsOf: (_world, text) => [text.toLowerCase()],
    of: (_world, { labels }) => labels.map((label) => label.toLowerCase()),
    sortKey:
      () =>
      ({ labels }) =>
        labels[0] ?? null,
  }),
  choiceField({
    names: ['resolution'],
    idsOf: (_world, text) => (same(text, 'Unresolved') ? [''] : same(text, 'Done') ? ['Done'] : []),
    of: (_world, { resolved }) => (resolved === null ? [] : ['Done']),
    sortKey:
      () =>
      ({ resolved }) =>
        resolved === null ? null : 'Done',
  }),
  choiceField({
    names: ['level'],
    idsOf: ({ state }, text) => idsNamed(state.securityLevels, text),
    of: (_world, { securityLevelId }) => present(securityLevelId),
  }),
  choiceField({
    names: ['issueLinkType'],
    idsOf: ({ state }, text) =>
      state.linkTypes.some(({ inward, outward }) => same(inward, text) || same(outward, text))
        ? [text.toLowerCase()]
        : [],
    of: ({ state, accountId }, issue) =>
      linksOf(state, issue.id).flatMap((link) => {
        const other = state.issues[otherEnd(link, issue.id)];
        if (other === undefined || !seesIssue(state, accountId, other)) return [];
        const type = state.linkTypes.find(({ id }) => id === link.typeId);
        return present((link.inwardIssueId === issue.id ? type?.outward : type?.inward) ?? null);
      }),
  }),
];

const issues: readonly JqlField[] = [
  choiceField({
    names: ['key', 'issuekey', 'issue', 'id'],
    idsOf: issueIds,
    // Ids are given out in the order of keys, project by project.
    rank: Number,
    comparable: ({ state }, left, right) =>
      state.issues[left]?.projectId === state.issues[right]?.projectId,
    of: (_world, { id }) => [id],
    unknown: noSuchIssueFor,
    sortKey: () => keyRank,
  }),
  choiceField({
    names: ['parent'],
    idsOf: issueIds,
    of: (_world, { parentId }) => present(parentId),
    unknown: noSuchIssueFor,
    sortKey:
      ({ state }) =>
      ({ parentId }) => {
        const parent = state.issues[parentId ?? ''];
        return parent ? keyRank(parent) : null;
      },
  }),
];

const people: readonly JqlField[] = [
  personField(['assignee'], ({ assigneeId }) => assigneeId),
  personField(['reporter'], ({ reporterId }) => reporterId),
  personField(['creator'], ({ creatorId }) => creatorId),
];

const commentTexts = ({ state }: JqlWorld, { id }: Issue): readonly string[] =>
  (state.comments[id] ?? []).map(({ body }) => textOf(body));

const texts: readonly JqlField[] = [
  textField({
    names: ['summary'],
    of: (_world, { summary }) => [summary],
    sortKey:
      () =>
      ({ summary }) =>
        summary.toLowerCase(),
  }),
  textField({ names: ['description'], of: (_world, issue) => [textOf(issue.description)] }),
  textField({ names: ['comment'], of: commentTexts }),
  textField({
    names: ['text'],
    of: (world, issue) => [
      [issue.summary, textOf(issue.description), ...commentTexts(world, issue)].join('\n'),
    ],
  }),
];

const pointsOf =
  (fieldId: string) =>
  ({ state }: JqlWorld, { projectId, points }: Issue): readonly number[] => {
    const project = state.projects[projectId];
    const own = project !== undefined && pointsFieldOf(project) === fieldId;
    return own && points !== null ? [points] : [];
  };

const measures: readonly JqlField[] = [
  momentField({
    names: ['created', 'createdDate'],
    of: (_world, { created }) => [created],
  }),
  momentField({
    names: ['updated', 'updatedDate'],
    of: (_world, { updated }) => [updated],
  }),
  momentField({
    names: ['resolved', 'resolutiondate'],
    of: (_world, { resolved }) => present(resolved),
  }),
  momentField({
    names: ['due', 'duedate'],
    of: (_world, { dueDate }) => present(dueDate),
    days: true,
  }),
  numberField({ names: ['Story Points', 'cf[10026]', storyPoints], of: pointsOf(storyPoints) }),
  numberField({
    names: ['Story point estimate', 'cf[10016]', storyPointEstimate],
    of: pointsOf(storyPointEstimate),
  }),
];

/** Nobody moves issues up or down here: the oldest stands first, as in a new backlog. */
const rank: JqlField = {
  names: ['rank'],
  operators: [],
  matcher: () => () => false,
  sortKey:
    () =>
    ({ id }) =>
      Number(id),
};

/** The fields of JQL that local Jira evaluates. */
export const jqlFields: readonly JqlField[] = [
  ...issues,
  ...things,
  ...people,
  ...texts,
  ...measures,
  rank,
];
