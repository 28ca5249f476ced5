import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The Chrome or Chromium of this machine, or undefined where Playwright's own is to be used.
 * `NORTHSTAR_BROWSER` names another one.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env['NORTHSTAR_BROWSER'];
  if (named !== undefined && named !== '') return named;
  return places.find((path) => existsSync(path));
}
