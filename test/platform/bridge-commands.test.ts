import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { absentCommands, answeredCommands } from '../../local-jira/web/bridge-fidelity';

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesOf(path) : [path]));

/** The commands that an installed package sends over the bridge. */
const commandsOf = (name: string): readonly string[] =>
  filesOf(join(__dirname, '../../node_modules', name, 'out'))
    .filter((file) => file.endsWith('.js') && !file.includes('__test__'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/callBridge\)?\('(\w+)'/gu)])
    .map((match) => match[1] ?? '');

/** UI Kit's, from a package that is not installed here. */
const ofUiKit = ['onError', 'reconcile'];

it('the table of bridge commands holds every command of the installed packages, and no other', () => {
  const real = new Set([
    ...commandsOf('@forge/bridge'),
    ...commandsOf('@forge/jira-bridge'),
    ...ofUiKit,
  ]);
  const told = [...Object.keys(answeredCommands), ...Object.keys(absentCommands)];
  expect(told.sort()).toEqual([...real].sort());
});
