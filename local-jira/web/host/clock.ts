import { askSite } from './session';

const listeners = new Set<(ahead: number) => void>();
const everyMilliseconds = 500;
let known = 0;
let asking = false;

/**
 * Hears how far the site's clock was put forward, in ms, each time it moves. The page asks now and
 * then: a stream would hold one of the few connections that a browser allows per site.
 */
export function onClockMoved(listener: (ahead: number) => void): () => void {
  listeners.add(listener);
  if (!asking) void askOn();
  return () => listeners.delete(listener);
}

async function askOn(): Promise<void> {
  asking = true;
  while (listeners.size > 0) {
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
    // Local Jira may have been stopped; the page stays as it is until it is back.
    const answer = await askSite<{ readonly ahead: number }>('/local/clock').catch(() => undefined);
    if (answer === undefined || answer.ahead === known) continue;
    known = answer.ahead;
    for (const listener of listeners) listener(known);
  }
  asking = false;
}
