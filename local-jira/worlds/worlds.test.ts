import { changesBetween } from '../jira/history';
import { holds, seesIssue } from '../jira/permissions';
import type { HistoryItem, Issue, State } from '../jira/state';
import { ines, jonas, mira, tom } from './people';
import { worlds } from './worlds';

const retailer: State = worlds.retailer();
const issues = Object.values(retailer.issues);

const issueWith = (key: string): Issue => {
  const issue = issues.find((each) => each.key === key);
  if (issue === undefined) throw new Error(`no ${key}`);
  return issue;
};

/** What an issue's history says a field is now; undefined where it was never changed. */
const lastTold = (issue: Issue, field: string): HistoryItem | undefined =>
  (retailer.histories[issue.id] ?? [])
    .flatMap(({ items }) => items)
    .filter((item) => item.field === field)
    .at(-1);

describe('the retailer', () => {
  it('has about 120 issues: use cases, stories under them, links, words and a secret', () => {
    expect(issues.length).toBeGreaterThanOrEqual(115);
    expect(issues.length).toBeLessThanOrEqual(135);
    const records = Object.values(retailer.issueProperties).filter(
      (properties) => 'northstarUseCase' in properties,
    );
    expect(records.length).toBeGreaterThanOrEqual(10);
    expect(issues.filter(({ parentId }) => parentId !== null).length).toBeGreaterThan(80);
    expect(Object.keys(retailer.links).length).toBeGreaterThanOrEqual(8);
    expect(issues.filter(({ securityLevelId }) => securityLevelId !== null)).toHaveLength(1);
  });

  it('is the same every time', () => {
    expect(worlds.retailer()).toEqual(retailer);
  });

  it('has a company-managed and a team-managed project, the latter with types and statuses of its own', () => {
    const [cdp, shop] = ['10000', '10001'].map((id) => retailer.projects[id]);
    expect([cdp?.simplified, shop?.simplified]).toEqual([false, true]);
    const typesIn = (projectId: string) =>
      new Set(
        issues
          .filter((issue) => issue.projectId === projectId)
          .map(({ typeId }) => retailer.issueTypes.find(({ id }) => id === typeId)?.projectId),
      );
    expect([...typesIn('10000')]).toEqual([null]);
    expect([...typesIn('10001')]).toEqual(['10001']);
  });

  it('has no loose ends', () => {
    const accountIds = retailer.people.map(({ accountId }) => accountId);
    for (const issue of issues) {
      expect(retailer.projects[issue.projectId]).toBeDefined();
      expect(retailer.issueTypes.some(({ id }) => id === issue.typeId)).toBe(true);
      expect(retailer.statuses.some(({ id }) => id === issue.statusId)).toBe(true);
      expect(accountIds).toContain(issue.reporterId);
      if (issue.parentId !== null) expect(retailer.issues[issue.parentId]).toBeDefined();
      if (issue.assigneeId !== null) expect(accountIds).toContain(issue.assigneeId);
    }
    for (const { inwardIssueId, outwardIssueId, typeId } of Object.values(retailer.links)) {
      expect(retailer.issues[inwardIssueId]).toBeDefined();
      expect(retailer.issues[outwardIssueId]).toBeDefined();
      expect(retailer.linkTypes.some(({ id }) => id === typeId)).toBe(true);
    }
  });

  it('has parents one level above their children', () => {
    const levelOf = ({ typeId }: Issue) =>
      retailer.issueTypes.find(({ id }) => id === typeId)?.hierarchyLevel ?? 0;
    for (const issue of issues) {
      const parent = retailer.issues[issue.parentId ?? ''];
      if (parent !== undefined)
        expect([issue.key, levelOf(parent)]).toEqual([issue.key, levelOf(issue) + 1]);
    }
  });

  it('has histories that run forward and end at the last change', () => {
    for (const issue of issues) {
      const histories = retailer.histories[issue.id] ?? [];
      const moments = [issue.created, ...histories.map(({ created }) => created)];
      expect(moments).toEqual([...moments].sort());
      expect(issue.updated).toBe(moments.at(-1));
      expect(Date.parse(issue.updated)).toBeLessThan(Date.UTC(2026, 10, 22));
    }
  });

  it('has histories that chain from value to value', () => {
    const items = issues.flatMap((issue) =>
      (retailer.histories[issue.id] ?? []).flatMap((history) =>
        history.items.map((item) => ({ place: `${issue.key} ${item.field}`, item })),
      ),
    );
    expect(items.length).toBeGreaterThan(200);
    const values = new Map<string, string | null>();
    for (const { place, item } of items) {
      const was = item.from ?? item.fromString;
      expect([place, values.get(place) ?? was]).toEqual([place, was]);
      values.set(place, item.to ?? item.toString);
    }
  });

  it('has histories that end in what the issue is', () => {
    for (const issue of issues) {
      const field = issue.projectId === '10001' ? 'Story point estimate' : 'Story Points';
      const points = issue.points === null ? null : String(issue.points);
      expect(lastTold(issue, 'status')?.to ?? issue.statusId).toBe(issue.statusId);
      expect(lastTold(issue, 'assignee')?.to ?? null).toBe(issue.assigneeId);
      expect(lastTold(issue, field)?.toString ?? null).toBe(points);
    }
  });

  it('has resolved what is done, at the moment it was done, and nothing else', () => {
    for (const issue of issues) {
      const done = retailer.statuses.find(({ id }) => id === issue.statusId)?.category === 'done';
      expect([issue.key, issue.resolved !== null]).toEqual([issue.key, done]);
      const moment = (retailer.histories[issue.id] ?? []).find(({ items }) =>
        items.some(({ field }) => field === 'resolution'),
      );
      expect(moment?.created ?? null).toBe(issue.resolved);
    }
  });

  it('gives out ids and numbers that nothing has yet', () => {
    const ids = [
      ...issues,
      ...Object.values(retailer.histories).flat(),
      ...Object.values(retailer.comments).flat(),
      ...Object.values(retailer.links),
    ].map(({ id }) => Number(id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids)).toBeLessThanOrEqual(retailer.lastId);
    expect(retailer.lastNumbers['10000']).toBe(132);
  });

  it('has no history without a change', () => {
    const before = issueWith('CDP-1');
    expect(changesBetween(retailer, before, { ...before, updated: 'later' })).toEqual([]);
  });
});

describe('people', () => {
  const secret = issueWith('CDP-119');

  it.each([
    [
      'the editor',
      mira,
      { browses: true, edits: true, deletes: true, administers: false, secret: false },
    ],
    [
      'the reader',
      jonas,
      { browses: true, edits: false, deletes: false, administers: false, secret: false },
    ],
    [
      'the stranger',
      tom,
      { browses: false, edits: false, deletes: false, administers: false, secret: false },
    ],
    [
      'the project admin',
      ines,
      { browses: true, edits: true, deletes: true, administers: true, secret: true },
    ],
  ])('%s may do what the role allows', (_name, { accountId }, expected) => {
    const project = retailer.projects['10000'];
    if (project === undefined) throw new Error('no CDP');
    expect({
      browses: holds(project, accountId, 'BROWSE_PROJECTS'),
      edits: holds(project, accountId, 'EDIT_ISSUES'),
      deletes: holds(project, accountId, 'DELETE_ISSUES'),
      administers: holds(project, accountId, 'ADMINISTER_PROJECTS'),
      secret: seesIssue(retailer, accountId, secret),
    }).toEqual(expected);
  });
});

describe('the other worlds', () => {
  it('are a site without issues, and one where only the admin is let in', () => {
    expect(worlds.empty().issues).toEqual({});
    const closed = worlds['no-permission']();
    const browsing = [mira, jonas, tom, ines].map(({ accountId }) =>
      Object.values(closed.projects).some((project) =>
        holds(project, accountId, 'BROWSE_PROJECTS'),
      ),
    );
    expect(browsing).toEqual([false, false, false, true]);
  });
});
