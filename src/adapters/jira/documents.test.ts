import { aLocalRest } from '../../../test/builders/local-rest';
import { describeDocuments } from '../../../test/ports/documents.suite';
import { jiraDocuments } from './documents';

describeDocuments('Jira REST', () => {
  const local = aLocalRest();
  const { issue, project } = local.place('CDP-8');
  let role: 'admin' | 'stranger' = 'admin';
  return {
    documents: jiraDocuments((path, init) => local.as(role)(path, init)),
    places: [
      { entity: 'issue', id: issue, key: 'northstarUseCase' },
      { entity: 'issue', id: issue, key: 'northstarRating' },
      { entity: 'project', id: project, key: 'northstarOther' },
    ],
    // What a person may not see is to them as if it were not there.
    removeAll: () => {
      role = 'stranger';
    },
  };
});
