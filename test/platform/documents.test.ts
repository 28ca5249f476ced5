import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');

const documents = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.md'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '');

describe.each(documents)('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');

  it('links to nothing that is missing', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/gu)].map((match) => match[1] ?? '');
    const missing = links.filter((link) => !existsSync(join(root, dirname(file), link)));
    expect(missing).toEqual([]);
  });

  it('names no path of the repository that is missing', () => {
    const paths = [
      ...text.matchAll(/`((?:src|static|local-jira|test|tools|bench|docs)\/[\w./-]+)`/gu),
    ];
    const missing = paths
      .map((match) => match[1] ?? '')
      .filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});

it('the README fits on a few screens', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(150);
});
