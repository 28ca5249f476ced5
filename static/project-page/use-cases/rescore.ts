import { jiraScores } from '#adapters/jira/scores';
import { scoreProject } from '#bulk/score-project';
import { requestAsViewer } from '../../shared/bridge';
import { estimates } from '../../shared/rating/rating-services';
import type { ProjectStore } from '../project-store';

/** Makes the scores of the project anew that are not what its answers and stages come to now. */
export async function rescore({ world, state }: ProjectStore): Promise<void> {
  const ports = {
    ...{ issues: world.issues, estimates, scores: jiraScores(requestAsViewer) },
    clock: { now: Date.now },
  };
  await scoreProject(ports, world.project, state().subject?.rawSettings, () => undefined);
}
