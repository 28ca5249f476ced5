import { Queue } from '@forge/events';
import { valuesKeptFor } from '../../domain/document/write-lock';
import type { FollowUps } from '../../ports/follow-ups';

/** Later looks through Forge's queue; its longest delay is the fifteen minutes that values are kept. */
export const queuedFollowUps: FollowUps = {
  askFor: async (places) => {
    try {
      const queue = new Queue({ key: 'follow-ups' });
      await queue.push({ body: { places: [...places] }, delayInSeconds: valuesKeptFor / 1_000 });
    } catch {
      // The hourly sweep finds what the queue did not take.
    }
  },
};
