import { describeDocuments } from '../../../test/ports/documents.suite';
import { describeProposals, describeSavedViews } from '../../../test/ports/kept.suite';
import { describeWriteLocks } from '../../../test/ports/write-locks.suite';
import { memoryDocuments } from './documents';
import { memoryProposals } from './proposals';
import { memorySavedViews } from './saved-views';
import { memoryWriteLocks } from './write-locks';

describeWriteLocks('memory', () => ({ locks: memoryWriteLocks(), settle: () => undefined }));
describeProposals('memory', memoryProposals);
describeSavedViews('memory', memorySavedViews);

describeDocuments('memory', () => {
  const documents = memoryDocuments();
  return {
    documents,
    places: [
      { entity: 'issue', id: '1', key: 'northstarUseCase' },
      { entity: 'issue', id: '1', key: 'northstarRating' },
      { entity: 'project', id: '1', key: 'northstarUseCase' },
    ],
    removeAll: () => {
      documents.isGone = true;
    },
  };
});
