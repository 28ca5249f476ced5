import { describeIssueRecords } from '../../../test/ports/issue-records.suite';
import type { IssueId, ProjectId } from '../../domain/ids';
import { aMemoryIssue, memoryIssueRecords, putRaw } from './issue-records';

describeIssueRecords('memory', () => {
  const issue = aMemoryIssue();
  return {
    records: memoryIssueRecords(issue),
    place: { issue: '1' as IssueId, project: '1' as ProjectId },
    put: (value) => {
      putRaw(issue, 'useCase', value);
    },
    mayNotEdit: () => {
      issue.subject = { ...issue.subject, mayEdit: false };
    },
    hide: () => {
      issue.documents.isGone = true;
    },
  };
});
