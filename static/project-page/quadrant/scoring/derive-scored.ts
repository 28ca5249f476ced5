import { jiraDocuments } from '#adapters/jira/documents';
import { jiraIssueRecords } from '#adapters/jira/issue-records';
import { success } from '#domain/result';
import { estimatesOf } from '#domain/scoring/estimate-of';
import { inPortions, sideBySide } from '#domain/side-by-side';
import type { Json } from '#domain/use-case/json';
import type { IssueId } from '#domain/ids';
import { derive } from '#bulk/derive-score';
import type { Estimates } from '#ports/estimates';
import { requestAsViewer } from '../../../shared/bridge';
import type { PictureStore } from '../data/picture-store';

/** How many use cases Jira gives with one property at once, surely; and how many scores are written together. */
const readAtOnce = 100;
const writesAtOnce = 6;

/** Makes stored scores anew from ratings that were just saved; the picture knows the estimates. */
export async function deriveScored(
  { world, state }: PictureStore,
  ratings: ReadonlyMap<IssueId, Json | undefined>,
): Promise<void> {
  const records = jiraIssueRecords(requestAsViewer);
  const documents = jiraDocuments(requestAsViewer);
  const known = estimatesOf(state().issues);
  const settings = state().subject?.rawSettings;
  for (const portion of inPortions([...ratings], readAtOnce)) {
    const useCases = await records.readWithProjects(
      portion.map(([issue]) => issue),
      'useCase',
    );
    // Without the use case its stage is not known, and a score without it would be wrong.
    if (!useCases.ok) continue;
    await sideBySide(
      portion,
      async ([issue, rating]) => {
        const found = useCases.value.get(issue);
        if (found === undefined) return;
        // Of an issue that was moved, the picture's estimate and settings are not those that count.
        const inPicture = success({ project: world.project, estimate: known.get(issue) });
        const readEstimate: Estimates['readEstimate'] =
          found.project === world.project
            ? () => Promise.resolve(inPicture)
            : world.estimates.readEstimate;
        await derive(
          { records, documents, estimates: { readEstimate }, now: world.now },
          { issue, project: world.project },
          { rating, useCase: found.raw, settings },
        );
      },
      { atOnce: writesAtOnce },
    );
  }
}
