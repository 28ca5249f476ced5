import type { IssueTypeChoice } from '#ports/project-issues';

/** Which types use cases and stories become. */
export type TypeChoice = { readonly useCase: IssueTypeChoice; readonly story: IssueTypeChoice };

/** A use case with stories stands one level above them; a single one is a story-level issue. */
export function typesFor(
  types: readonly IssueTypeChoice[],
  withChildren = false,
): TypeChoice | undefined {
  const standard = types.filter(({ level }) => level === 0);
  const story = standard.find(({ name }) => /story/iu.test(name)) ?? standard[0];
  const epic = types.find(({ level }) => level === 1);
  return story && { story, useCase: withChildren ? (epic ?? story) : story };
}
