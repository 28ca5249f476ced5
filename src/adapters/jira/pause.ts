/** Waits some milliseconds; handed in, so that no test has to. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Waits by the clock. */
export const pause: Wait = (milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
