import type { AppError } from '../contract';
import { failure, type Result } from '../domain/result';
import type { IssuePlace, IssueRecords, Subject } from '../ports/issue-records';
import { translateProblem } from './translate-problem';

/** Loads an issue as the viewer and checks, on that very issue, that it may be edited and by whom. */
export async function openForEditing(
  records: IssueRecords,
  place: IssuePlace,
): Promise<Result<Subject, AppError>> {
  const subject = await records.loadSubject(place);
  if (!subject.ok) return failure(translateProblem(subject.error));
  const { placement, mayEdit } = subject.value;
  if (placement !== 'here') return failure({ code: 'not-placed-here', placement });
  return mayEdit ? subject : failure({ code: 'may-not-edit' });
}
