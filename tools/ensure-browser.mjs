import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';
import { leave, run, runTool } from './prepare.mjs';

/**
 * A browser for the tests: the machine's own, else Playwright's, else Debian's package. Answers its
 * path, or undefined where Playwright brought one.
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.log('No Chrome or Chromium here; asking Playwright for one …');
  if (runTool('playwright', ['install', 'chromium'], { stdio: 'ignore' }) === 0) return undefined;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('Installing Debian’s chromium …');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  return (
    findBrowser() ??
    leave(
      'The browser tests need Chrome or Chromium: install one, or name it in NORTHSTAR_BROWSER.',
    )
  );
}
