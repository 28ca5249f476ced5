import type { ProjectId } from '../../domain/ids';
import { narrowed } from './project-query';

const project = '10000' as ProjectId;
const frame = 'project = 10000 AND issuetype not in subtaskIssueTypes()';

describe('narrowed', () => {
  it.each([
    ['', frame],
    ['status = Done', `${frame} AND (status = Done)`],
    ['status = Done ORDER BY rank', `${frame} AND (status = Done)`],
    ['status = Done order by "Story Points" DESC, key', `${frame} AND (status = Done)`],
    ["a = b ORDER BY 'Story Points'", `${frame} AND (a = b)`],
    ['ORDER BY key', frame],
    ['summary ~ "order by name"', `${frame} AND (summary ~ "order by name")`],
    [
      'summary ~ "order by" AND a = "b" ORDER BY "c d"',
      `${frame} AND (summary ~ "order by" AND a = "b")`,
    ],
  ])('keeps the question of %j and leaves its order out', (jql, expected) => {
    expect(narrowed(project, jql)).toBe(expected);
  });
});
