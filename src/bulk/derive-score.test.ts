import { aLocalRest, type LocalRest } from '../../test/builders/local-rest';
import { jiraDocuments } from '../adapters/jira/documents';
import { jiraEstimates } from '../adapters/jira/estimates';
import { jiraIssueRecords } from '../adapters/jira/issue-records';
import type { ProjectId } from '../domain/ids';
import { standardScoring, toStoredScoring } from '../domain/scoring/scoring-settings';
import type { Json } from '../domain/use-case/json';
import { derive } from './derive-score';

const scoreIn = (local: LocalRest, key: string): Json | undefined =>
  local.store.state().issueProperties[local.place(key).issue]?.['northstarScore'];

describe('deriving', () => {
  const setting = (
    local: LocalRest,
    projectId: string,
    threshold: { readonly value: number; readonly effort: number },
  ) => {
    const thresholds = { 'value-effort': threshold };
    const scoring = toStoredScoring({ ...standardScoring, thresholds });
    const value = { schema: 1, rev: 1, scoring } as Json;
    local.store.commit({ op: 'put-project-property', projectId, key: 'northstarSettings', value });
  };

  it('uses the settings of the project that the issue is in, wherever it is looked at', async () => {
    const local = aLocalRest();
    const { issue, project } = local.place('CDP-14');
    const shop = local.place('SHOP-1').project;
    setting(local, shop, { value: 1, effort: 40 });
    setting(local, project, { value: 1, effort: 1 });
    const request = local.as('editor');
    const stored = local.store.state();
    const rating = stored.issueProperties[issue]?.['northstarRating'];
    const useCase = stored.issueProperties[issue]?.['northstarUseCase'];
    const ports = {
      ...{ records: jiraIssueRecords(request), documents: jiraDocuments(request) },
      ...{ estimates: jiraEstimates(request), now: () => 0 },
    };
    const derivedAt = async (place: ProjectId) => {
      const settings = local.store.state().projectProperties[place]?.['northstarSettings'];
      await derive(ports, { issue, project: place }, { rating, useCase, settings });
      return scoreIn(local, 'CDP-14');
    };
    const atHome = await derivedAt(project);
    expect(atHome).toMatchObject({ quadrant: 'strategic-bet' });
    expect(await derivedAt(shop)).toEqual(atHome);
  });

  it('takes no score away whose answers are newer, damaged or not there', async () => {
    const local = aLocalRest();
    const { issue, project } = local.place('CDP-14');
    const request = local.as('editor');
    const before = scoreIn(local, 'CDP-14');
    const ports = {
      ...{ records: jiraIssueRecords(request), documents: jiraDocuments(request) },
      ...{ estimates: jiraEstimates(request), now: () => 0 },
    };
    for (const rating of [{ schema: 9, rev: 1, answers: {}, changes: [] }, 'damaged', undefined])
      await derive(ports, { issue, project }, { rating, useCase: undefined, settings: undefined });
    expect(before).toBeDefined();
    expect(scoreIn(local, 'CDP-14')).toEqual(before);
  });
});
