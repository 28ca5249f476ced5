import { describeProposals, describeSavedViews } from '../../../test/ports/kept.suite';
import { describeWriteLocks } from '../../../test/ports/write-locks.suite';
import { memoryProposals } from './proposals';
import { memorySavedViews } from './saved-views';
import { memoryWriteLocks } from './write-locks';

describeWriteLocks('memory', () => ({ locks: memoryWriteLocks(), settle: () => undefined }));
describeProposals('memory', memoryProposals);
describeSavedViews('memory', memorySavedViews);
