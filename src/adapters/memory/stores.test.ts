import { describeDocuments } from '../../../test/ports/documents.suite';
import { describeKeptLists } from '../../../test/ports/kept-lists.suite';
import { describeWriteLocks } from '../../../test/ports/write-locks.suite';
import { memoryDocuments } from './documents';
import { memoryLists } from './lists';
import { memoryWriteLocks } from './write-locks';

describeWriteLocks('memory', () => ({ locks: memoryWriteLocks(), settle: () => undefined }));
describeKeptLists('memory', memoryLists);

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
