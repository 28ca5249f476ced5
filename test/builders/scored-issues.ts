import { manyUseCases } from '../../local-jira/worlds/many-use-cases';
import { readScore } from '../../src/domain/scoring/stored-score';
import type { IssueId } from '../../src/domain/ids';
import type { ScoredIssue } from '../../src/domain/quadrant/scored-issue';

/** So many scored issues, the same in every run. */
export const scoredIssues = (count: number): readonly ScoredIssue[] => {
  const { issues, issueProperties } = manyUseCases('test', count);
  return Object.values(issues).map(({ id, key, summary, points }) => ({
    id: id as IssueId,
    key,
    summary,
    type: 'Story',
    typeId: '10001',
    status: 'To do',
    assignee: '',
    assigneeId: '',
    parentId: null,
    parentKey: null,
    restricted: false,
    points: points ?? undefined,
    score: readScore(issueProperties[id]?.['northstarScore']),
  }));
};
