import { documentOf, type UseCaseDocument } from '#domain/export/document';
import type { IssueId } from '#domain/ids';
import type { UseCase } from './rows';

/** The chosen use cases as documents, in the order of the project. */
export function documentsOf(
  useCases: readonly UseCase[],
  chosen: ReadonlySet<IssueId>,
): readonly UseCaseDocument[] {
  return useCases.filter(({ issue }) => chosen.has(issue.id)).map(toDocument);
}

/** One use case as a document. */
export function toDocument({ issue }: UseCase): UseCaseDocument {
  const { key, summary, raw } = issue;
  return documentOf({ key, summary, useCase: raw.useCase, document: raw.document });
}
