import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leave, root } from './prepare.mjs';
import { mutants } from './mutants-list.mjs';

/**
 * Breaks the code on purpose, one small change at a time, and runs the tests that should notice: a
 * mutant that survives is a rule that no test holds. Works on a copy; `npm run mutants [-- WORD]` runs
 * all of them, or those whose name holds the word. Takes some minutes, so that it is no part of CI.
 */
const [word = ''] = process.argv.slice(2);
const chosen = mutants.filter(({ name }) => name.includes(word));
if (chosen.length === 0) leave(`No mutant is called "${word}".`);

const folder = mkdtempSync(join(tmpdir(), 'northstar-mutants-'));
const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
for (const file of listed.stdout.trim().split('\n'))
  if (!file.startsWith('docs/images/')) cpSync(join(root, file), join(folder, file));
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

function testsFail(tests) {
  const { status, signal } = spawnSync(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--silent', '--bail', '--runTestsByPath', ...tests],
    { cwd: folder, stdio: 'ignore', timeout: 180_000 },
  );
  return status !== 0 || signal !== null;
}

/** Tests that fail on sound code would kill everything. */
const related = [...new Set(chosen.flatMap(({ tests }) => tests))];
if (testsFail(related)) leave('The related tests fail on the code as it is; mend that first.');

const survivors = [];
for (const { name, file, from, to, tests } of chosen) {
  const path = join(folder, file);
  const sound = readFileSync(path, 'utf8');
  if (sound.split(from).length !== 2)
    leave(`"${name}": what it changes stands in ${file} not exactly once.`);
  writeFileSync(
    path,
    sound.replace(from, () => to),
  );
  const killed = testsFail(tests);
  writeFileSync(path, sound);
  if (!killed) survivors.push(name);
  console.log(`${killed ? 'killed  ' : 'SURVIVED'}  ${name}`);
}

rmSync(folder, { recursive: true });
console.log(`\n${chosen.length - survivors.length} killed, ${survivors.length} survived`);
process.exit(survivors.length > 0 ? 1 : 0);
