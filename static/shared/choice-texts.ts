/** What the stages are called, and what they mean. */
export const stageTexts = {
  crawl: { name: 'Crawl', meaning: 'Simple, in batches, one channel' },
  walk: { name: 'Walk', meaning: 'Triggered, across channels' },
  run: { name: 'Run', meaning: 'Real-time, individual' },
} as const;

/** Which way a KPI should move. */
export const directionTexts = { up: 'Should go up', down: 'Should go down' } as const;
