import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const oldest = [20, 19];
const stamp = join(root, 'node_modules/.cache/northstar/installed');

/** Leaves with one sentence for the person, and no stack. */
export function leave(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a program of the repository; answers its exit status. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  return error ? 1 : (status ?? 1);
}

/** Runs a tool that the packages brought along. */
export function runTool(name, args, options = {}) {
  return run(join(root, 'node_modules/.bin', name), args, options);
}

/** Makes a fresh clone ready: checks Node, installs the packages of the lock file. Quick if it is. */
export function prepare() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    leave(
      `Northstar needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. Get it from nodejs.org.`,
    );
  }
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages …');
  if (run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']) !== 0) {
    leave('The packages could not be installed. Is the npm registry reachable?');
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
