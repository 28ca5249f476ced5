import { toAdf } from '../../local-jira/jira/adf';
import type { IndexedProperty } from '../../local-jira/jira/operation';
import type { Issue } from '../../local-jira/jira/state';
import { aLocalRest, type LocalRest } from './local-rest';

/** Entity properties that JQL can search, one of each type. */
export const indexedProperties: readonly IndexedProperty[] = [
  { propertyKey: 'lab', path: 'stage', type: 'string', searchAlias: 'labStage' },
  { propertyKey: 'lab', path: 'score.value', type: 'number', searchAlias: 'labValue' },
  { propertyKey: 'lab', path: 'note', type: 'text', searchAlias: 'labNote' },
  { propertyKey: 'lab', path: 'at', type: 'date', searchAlias: 'labAt' },
  { propertyKey: 'lab', path: 'owner', type: 'user', searchAlias: 'labOwner' },
];

/** Noon in Amsterdam on the Sunday before the retailer's tests. */
export const noon = Date.UTC(2026, 10, 22, 11);

/** The retailer with four issues that are labelled "tried": CDP-901 to CDP-904. */
export const triedIssues = (): LocalRest => {
  const local = aLocalRest({ indexedProperties, clock: () => noon });
  const base = Object.values(local.store.state().issues).find(({ key }) => key === 'CDP-20');
  const issue = (number: number, changed: Partial<Issue>): Issue => {
    if (base === undefined) throw new Error('no CDP-20');
    const id = String(20_900 + number);
    const blank = {
      statusId: '1',
      resolved: null,
      labels: [],
      points: null,
      assigneeId: null,
      parentId: null,
      dueDate: null,
    };
    const texts = { summary: `Try ${String(number)}`, description: null };
    return { ...base, ...blank, ...texts, id, key: `CDP-90${String(number)}`, ...changed };
  };
  const { accountId } = local.person('editor');
  const put = (issues: readonly Issue[]) => {
    local.store.commit(issues.map((each) => ({ op: 'put-issue', issue: each })));
  };
  const property = (id: string, value: object) => {
    local.store.commit({
      op: 'put-issue-property',
      issueIds: [id],
      key: 'lab',
      value: JSON.parse(JSON.stringify(value)) as never,
    });
  };
  const at = (day: string) => `2026-11-${day}.000Z`;
  put([
    issue(1, {
      points: 3,
      assigneeId: accountId,
      labels: ['tried', 'red'],
      priorityId: '1',
      created: at('22T08:00:00'),
      summary: 'Remind shoppers of the basket',
    }),
    issue(2, {
      points: 8,
      labels: ['tried'],
      priorityId: '2',
      created: at('21T22:30:00'),
      dueDate: '2026-11-25',
      description: toAdf(['The basket waits', '- for an hour']),
    }),
    issue(3, {
      labels: ['tried', 'blue'],
      priorityId: '3',
      parentId: '20901',
      created: at('10T12:00:00'),
      dueDate: '2026-11-22',
    }),
    issue(4, {
      points: 5,
      labels: ['tried'],
      priorityId: '5',
      statusId: '4',
      resolved: at('20T09:00:00'),
    }),
  ]);
  property('20901', {
    stage: 'walk',
    score: { value: 3 },
    note: 'Ready to walk',
    at: at('21T10:00:00'),
  });
  property('20902', { stage: 'run', score: { value: 8.5 }, owner: accountId });
  property('20903', { stage: ['walk', 'crawl'], score: { value: 'many' } });
  local.store.commit({
    op: 'put-link',
    link: { id: '999001', typeId: '10000', inwardIssueId: '20901', outwardIssueId: '20902' },
  });
  return local;
};

/** Searches as a person and gives the keys or the errors. */
export const search = async (
  local: LocalRest,
  jql: string,
  role: 'editor' | 'stranger' | 'reader' = 'editor',
) => {
  const answer = await local.as(role, null)('/rest/api/3/search/jql', {
    method: 'POST',
    body: JSON.stringify({ jql, fields: ['key'], maxResults: 5_000 }),
  });
  const body = (await answer.json()) as {
    issues?: readonly { key: string }[];
    errorMessages?: readonly string[];
  };
  return {
    status: answer.status,
    keys: body.issues?.map(({ key }) => key),
    errors: body.errorMessages,
  };
};
