import type { Json } from '../../src/domain/use-case/json';
import { ratings } from './retailer-ratings';
import { tellScores } from './tell-scores';
import { propertyKeys } from '../../src/domain/property-keys';
import { aStoredDocument, aStoredUseCase } from '../../test/builders/stored-record';
import { toAdf } from '../jira/adf';
import { priorities } from '../jira/catalogue';
import { numberOf, projectKeyOf } from '../jira/issue-key';
import { issueTypesOf, statusesOf } from '../jira/schemes';
import type { Comment, Issue, Link, Project, SecurityLevel, State } from '../jira/state';
import { ines, jonas, mira, people, priya, sanne } from './people';
import { epics } from './retailer-epics';
import { plainIssues } from './retailer-issues';
import { comments, links, stories } from './retailer-stories';
import { useCases } from './retailer-use-cases';
import { retailerProgramme } from './retailer-programme';
import { tellHistory } from './tell-history';
import type { TellIssue } from './tell-issue';
import {
  alsoGranted,
  byId,
  emptyState,
  highestNumbers,
  projectRoles,
  usualScheme,
} from './world-parts';

const roles = projectRoles({ admins: [ines], members: [mira, priya, sanne], viewers: [jonas] });
const scheme = alsoGranted(usualScheme, 'DELETE_ISSUES', mira);

/** The retailer's projects: a company-managed one, a team-managed one, and a service project. */
export const projects: readonly Project[] = [
  {
    id: '10000',
    key: 'CDP',
    name: 'Customer data',
    typeKey: 'software',
    simplified: false,
    leadId: ines.accountId,
    roles,
    scheme,
  },
  {
    id: '10001',
    key: 'SHOP',
    name: 'Shop front',
    typeKey: 'software',
    simplified: true,
    leadId: priya.accountId,
    roles,
    scheme,
  },
  {
    id: '10002',
    key: 'HELP',
    name: 'Customer service',
    typeKey: 'service_desk',
    simplified: false,
    leadId: sanne.accountId,
    roles,
    scheme,
  },
];

const securityLevels: readonly SecurityLevel[] = [
  {
    id: '10100',
    name: 'Programme leads',
    projectId: '10000',
    holders: [{ role: 'Administrators' }],
  },
];

const firstHistoryId = 100_000;
const customerData = '10000';

/** Harbour & Pine, a retailer of house and home, in the first year of its customer data programme. */
export function retailer(world = 'retailer'): State {
  const told = [...plainIssues, ...useCases, ...epics, ...stories];
  const empty = emptyState({ world, people, siteAdmins: [ines], projects });
  const bare = told.map((issue) => tell(empty, issue));
  const state: State = { ...empty, securityLevels, issues: byId(bare) };

  const records = Object.fromEntries(told.map((issue) => [idOf(issue.key), recordsOf(issue)]));

  let nextId = firstHistoryId;
  const past = bare.map((issue) => {
    const story = tellHistory(state, issue, nextId);
    nextId += story.histories.length;
    return story;
  });
  const spoken = tellComments(nextId);
  nextId += comments.length;
  const linked = tellLinks(state, nextId);
  return {
    ...state,
    issues: byId(past.map(({ issue }) => issue)),
    histories: Object.fromEntries(past.map(({ issue, histories }) => [issue.id, histories])),
    comments: spoken,
    links: byId(linked),
    projectProperties: { [customerData]: retailerProgramme },
    issueProperties: tellScores(state, records, ratings),
    lastId: nextId + linked.length,
    lastNumbers: highestNumbers(bare),
  };
}

const day = 24 * 60 * 60 * 1000;
const firstDay = Date.UTC(2026, 8, 1, 9);

function tell(state: State, issue: TellIssue): Issue {
  const number = numberOf(issue.key);
  const project = projects.find(({ key }) => key === projectKeyOf(issue.key));
  if (project === undefined) throw new Error(`No project for ${issue.key}.`);
  // Keys count up as time goes on, a little more than half a day each.
  const created = new Date(firstDay + number * 0.6 * day).toISOString();
  const author = number % 4 === 0 ? ines : mira;
  return {
    id: idOf(issue.key),
    key: issue.key,
    projectId: project.id,
    typeId: idNamed(issueTypesOf(state, project), issue.type),
    statusId: idNamed(statusesOf(state, project), issue.status),
    summary: issue.summary,
    reporterId: author.accountId,
    creatorId: author.accountId,
    created,
    updated: created,
    resolved: null,
    ...tellDetails(issue),
  };
}

type Details = Pick<
  Issue,
  | 'description'
  | 'parentId'
  | 'assigneeId'
  | 'priorityId'
  | 'labels'
  | 'points'
  | 'dueDate'
  | 'securityLevelId'
>;

/** What an issue may leave out. */
function tellDetails(issue: TellIssue): Details {
  const { labels = [], points = null, dueDate = null, priority = 'Medium' } = issue;
  return {
    description: issue.description ? toAdf(issue.description) : null,
    parentId: issue.parent === undefined ? null : idOf(issue.parent),
    assigneeId: issue.assignee?.accountId ?? null,
    priorityId: idNamed(priorities, priority),
    labels,
    points,
    dueDate,
    securityLevelId: issue.secret === undefined ? null : idNamed(securityLevels, issue.secret),
  };
}

function tellComments(firstId: number): State['comments'] {
  const told = comments.map(([key, by, date, text], index): Comment => {
    const moment = `${date}T10:${String(10 + index)}:00.000Z`;
    return {
      id: String(firstId + index),
      issueId: idOf(key),
      authorId: by.accountId,
      updaterId: by.accountId,
      body: toAdf([text]),
      created: moment,
      updated: moment,
    };
  });
  return Object.fromEntries(
    told.map(({ issueId }) => [issueId, told.filter((each) => each.issueId === issueId)]),
  );
}

function tellLinks(state: State, firstId: number): readonly Link[] {
  return links.map(([from, type, to], index) => ({
    id: String(firstId + index),
    typeId: idNamed(state.linkTypes, type),
    inwardIssueId: idOf(from),
    outwardIssueId: idOf(to),
  }));
}

function recordsOf({ useCase, document, saved }: TellIssue): Readonly<Record<string, Json>> {
  return {
    ...(useCase && { [propertyKeys.useCase]: aStoredUseCase(useCase, saved) }),
    ...(document && { [propertyKeys.document]: aStoredDocument(document, saved) }),
  };
}

/** Ids as Jira gives them: numbers with no meaning, stable for the tests. */
function idOf(key: string): string {
  const project = projects.findIndex((each) => each.key === projectKeyOf(key));
  return String(10_000 * (project + 2) + numberOf(key));
}

function idNamed(
  items: readonly { readonly id: string; readonly name: string }[],
  name: string,
): string {
  const item = items.find((each) => each.name === name);
  if (item === undefined) throw new Error(`Nothing is called "${name}".`);
  return item.id;
}
