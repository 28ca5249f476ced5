import type { Browser, Page } from '@playwright/test';

/** What Chromium notes of its threads, as far as it is read here; times in microseconds. */
type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
};

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * How long the main thread worked for each frame while something moved, in ms: a display caps how many
 * frames there are, not what each costs. The thread is that of the document which asked for most frames.
 */
export async function workPerFrame(
  browser: Browser,
  page: Page,
  move: () => Promise<unknown>,
): Promise<readonly number[]> {
  await browser.startTracing(page, { categories });
  await move();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const threads = byThread(trace.traceEvents);
  const framesIn = (events: readonly TraceEvent[]): readonly number[] =>
    events.flatMap(({ name, ts }) => (name === 'FireAnimationFrame' ? [ts] : []));
  const [busiest = []] = [...threads.values()].sort(
    (left, right) => framesIn(right).length - framesIn(left).length,
  );
  return workBetween(framesIn(busiest), busiest);
}

/** The time of tasks that began between one frame and the next. */
function workBetween(frames: readonly number[], events: readonly TraceEvent[]): readonly number[] {
  const tasks = events.filter(({ name }) => name === 'RunTask');
  // Several callbacks of one frame follow each other at once.
  const starts = [...frames]
    .sort((left, right) => left - right)
    .filter((at, index, all) => index === 0 || at - (all[index - 1] ?? 0) > 2_000);
  return starts.slice(1).map((end, index) => {
    const start = starts[index] ?? end;
    // The task of a frame begins before its callback.
    const own = tasks.filter(({ ts, dur = 0 }) => ts + dur > start && ts + dur <= end);
    return own.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1_000;
  });
}

function byThread(events: readonly TraceEvent[]): ReadonlyMap<string, TraceEvent[]> {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = `${String(event.pid)}:${String(event.tid)}`;
    const known = threads.get(thread);
    if (known === undefined) threads.set(thread, [event]);
    else known.push(event);
  }
  return threads;
}
