import type { AsyncEvent, InvocationError } from '@forge/events';
import * as v from 'valibot';
import { completeWrite, type CompletionPorts } from '../operations/complete-write';
import { tryAgain } from './try-again';

const body = v.object({
  places: v.array(
    v.object({
      entity: v.picklist(['issue', 'project']),
      id: v.string(),
      key: v.string(),
    }),
  ),
});

/** Answers the event that each write asked for: looks at its documents once more. */
export function followUp(ports: CompletionPorts) {
  return async (event: AsyncEvent): Promise<InvocationError | undefined> => {
    const parsed = v.safeParse(body, event.body);
    if (!parsed.success) return undefined;
    const ends: string[] = [];
    for (const place of parsed.output.places) ends.push(await completeWrite(ports, place));
    return ends.includes('again') ? tryAgain() : undefined;
  };
}
