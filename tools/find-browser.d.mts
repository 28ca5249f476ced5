/** The Chrome or Chromium of this machine, or undefined where Playwright's own is to be used. */
export function findBrowser(): string | undefined;
