import { virtualClock } from '../../../test/builders/virtual-clock';
import { describeIssueRecords } from '../../../test/ports/issue-records.suite';
import type { IssueId, ProjectId } from '../../ports/ids';
import { aMemoryIssue, memoryIssueRecords } from './issue-records';

describeIssueRecords('memory', () => {
  const issue = aMemoryIssue();
  return {
    records: memoryIssueRecords(issue, virtualClock()),
    place: { issue: '1' as IssueId, project: '1' as ProjectId },
    put: (value) => {
      issue.raw.useCase = value;
    },
    mayNotEdit: () => {
      issue.subject = { ...issue.subject, mayEdit: false };
    },
    hide: () => {
      issue.gone = true;
    },
  };
});
