import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../local-jira/forge/manifest';

const root = join(__dirname, '../..');

/** A copy of what the start needs, with surfaces that are built or not. */
const aClone = (built: boolean): string => {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'));
  for (const name of [
    'manifest.yml',
    'package.json',
    'local-jira',
    'src',
    'test/builders',
    'tools',
  ]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { path } of built ? readManifest(root).resources : []) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), '');
  }
  return folder;
};

const startIn = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'local-jira/main.ts', ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });

describe('starting local Jira', () => {
  let folder = '';

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('says in one sentence that a surface is not built', () => {
    folder = aClone(false);
    const { status, stderr } = startIn(folder);
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      'The surface "issue-panel" is not built. Run "npm run build" first.',
    );
  }, 60_000);

  it('says in one sentence that the port is taken', async () => {
    folder = aClone(true);
    const server = await new Promise<Server>((resolve) => {
      const taken = createServer().listen(0, '127.0.0.1', () => {
        resolve(taken);
      });
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { status, stderr } = startIn(folder, '--port', String(port));
    server.close();
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      `Port ${String(port)} is taken. Stop what uses it, or choose another with "--port".`,
    );
  }, 60_000);

  it('says in one sentence how far ports go', () => {
    folder = aClone(true);
    const { status, stderr } = startIn(folder, '--port', '65535');
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('--port takes a number up to 65534, not "65535".');
  }, 60_000);

  it('says in one sentence which worlds there are', () => {
    folder = aClone(true);
    const { status, stderr } = startIn(folder, '--world', 'moon');
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      'No world is called "moon". There are: retailer, empty, 10k, 50k, no-permission, scored-N.',
    );
  }, 60_000);

  it('says in one sentence what a wrong option takes', () => {
    folder = aClone(true);
    const { status, stderr } = startIn(folder, '--port', 'many');
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('--port takes a whole number, not "many".');
  }, 60_000);
});

it('says in one sentence that Node is too old', () => {
  const script = `
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } });
    import(${JSON.stringify(join(root, 'tools/prepare.mjs'))}).then(({ prepare }) => prepare());
  `;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr.trim()).toBe(
    'Northstar needs Node 20.19 or newer; this is 18.20.0. Get it from nodejs.org.',
  );
});
