import { completeUnfinished, type CompletionPorts } from '../operations/complete-write';

/** Runs every hour: completes writes that no event came for. */
export function sweep(ports: CompletionPorts) {
  return async (): Promise<{ readonly statusCode: number }> => {
    await completeUnfinished(ports);
    return { statusCode: 200 };
  };
}
