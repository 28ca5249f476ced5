import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalJira, type LocalJira } from '../../local-jira/start-local-jira';

export { expect };
export type { Page };

type Role = 'editor' | 'reader' | 'stranger' | 'admin';

/** A tab on local Jira, with words for what people do there. */
export type Jira = {
  readonly local: LocalJira;
  /** Opens an issue and its panel, as a person, and gives the panel's frame. */
  readonly openPanel: (
    key: string,
    options?: { readonly as?: Role; readonly theme?: 'light' | 'dark'; readonly page?: Page },
  ) => Promise<FrameLocator>;
  readonly goTo: (key: string, as?: Role, page?: Page) => Promise<void>;
  readonly dialog: FrameLocator;
  readonly put: (key: string, value: unknown, property?: string) => Promise<void>;
  readonly stored: (key: string, property?: string) => unknown;
  /** How often an operation of Jira REST was asked. */
  readonly sentTo: (operationId: string) => number;
  readonly control: (path: string, method: string, body: object) => Promise<void>;
  /** Console lines that this test provokes on purpose. */
  readonly allowConsole: (pattern: RegExp) => void;
};

type Fixtures = { readonly jira: Jira; readonly local: LocalJira; readonly world: string };

/** Each test has a local Jira to itself: what one leaves behind, no other meets. */
export const test = base.extend<Fixtures>({
  /** The world that local Jira begins with: `test.use({ world: 'empty' })`. */
  world: ['retailer', { option: true }],
  local: async ({ world }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'northstar-'));
    const root = join(__dirname, '../..');
    const local = await startLocalJira({
      root,
      folder,
      port: 0,
      reset: true,
      taskDelaySeconds: 0,
      world,
    });
    await use(local);
    await local.close();
    rmSync(folder, { recursive: true });
  },
  jira: async ({ page, local }, use) => {
    const allowed: RegExp[] = [];
    const trouble: string[] = [];
    watch(page, local, trouble);
    const jira = createJira(page, local, allowed);
    await use(jira);
    expect(trouble.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
  },
});

/** Notes every console line and every request that leaves local Jira. */
export function watch(page: Page, local: LocalJira, trouble: string[]): void {
  page.on('console', (message) => trouble.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    const ours = [local.address, local.frameAddress, 'data:', 'blob:', 'about:'];
    if (!ours.some((start) => url.startsWith(start))) trouble.push(`foreign request: ${url}`);
  });
}

function createJira(page: Page, local: LocalJira, allowed: RegExp[]): Jira {
  const call = async (path: string, init: RequestInit): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-local-person': 'admin' };
    const response = await fetch(`${local.address}${path}`, { ...init, headers });
    expect(response.status).toBeLessThan(300);
  };
  const goTo: Jira['goTo'] = async (key, as = 'editor', on = page) => {
    await on.goto(`${local.address}/browse/${key}?as=${as}`);
  };
  return {
    local,
    goTo,
    openPanel: async (key, { as = 'editor', theme = 'light', page: on = page } = {}) => {
      await on.goto(`${local.address}/browse/${key}?as=${as}&theme=${theme}`);
      await on.getByRole('button', { name: 'Northstar' }).click();
      return on.frameLocator('iframe[data-resource="issue-panel"]');
    },
    dialog: page.frameLocator('dialog iframe'),
    put: (key, value, property = 'northstarUseCase') =>
      call(`/rest/api/3/issue/${key}/properties/${property}`, {
        method: 'PUT',
        body: JSON.stringify(value),
      }),
    stored: (key, property = 'northstarUseCase') => {
      const state = local.store.state();
      const issue = Object.values(state.issues).find((each) => each.key === key);
      return state.issueProperties[issue?.id ?? '']?.[property];
    },
    sentTo: (operationId) =>
      local.rest.log.all().filter((request) => request.operationId === operationId).length,
    control: (path, method, body) => call(path, { method, body: JSON.stringify(body) }),
    allowConsole: (pattern) => {
      allowed.push(pattern);
    },
  };
}
