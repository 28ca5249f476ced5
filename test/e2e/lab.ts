import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalJira, type LocalJira } from '../../local-jira/start-local-jira';
import { buildLab } from '../builders/build-lab';
import { labRoot } from '../builders/lab';

export { expect };
export type { FrameLocator, Page };

/** Local Jira with the lab app in it, in a world of the test's choice. */
export const test = base.extend<object, { readonly lab: LocalJira }>({
  lab: [
    // Playwright reads a fixture's needs from its first parameter, which must be a pattern.
    async ({}, use) => {
      await buildLab();
      const folder = mkdtempSync(join(tmpdir(), 'lab-'));
      const options = { root: labRoot, folder, port: 0, reset: true, taskDelaySeconds: 0 };
      const lab = await startLocalJira(options);
      await use(lab);
      await lab.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});
