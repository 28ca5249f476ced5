import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalStore } from '../../local-jira/jira/store';
import { worlds } from '../../local-jira/worlds/worlds';

const root = join(__dirname, '../..');

/** A process that writes two properties at a time, without end, and says after each that it did. */
const writer = `
  const { journalStore } = require('./local-jira/jira/store');
  const { worlds } = require('./local-jira/worlds/worlds');
  const store = journalStore(process.argv[1], { world: 'empty', reset: false, seed: worlds.empty });
  const put = (key, value) => ({ op: 'put-issue-property', issueIds: ['1'], key, value });
  for (let n = 1; ; n += 1) {
    store.commit([put('left', { n, filler: 'x'.repeat(30000) }), put('right', { n })]);
    require('node:fs').writeSync(1, n + '\\n');
  }
`;

/** Starts the writer, kills it in the middle of its work, and gives the last write it told of. */
const killedAfter = (folder: string, writes: number): Promise<number> =>
  new Promise((resolve) => {
    const args = ['-r', 'esbuild-register', '-e', writer, folder];
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    child.stdout.on('data', (text: Buffer) => {
      told += text.toString();
      if (told.split('\n').length > writes) child.kill('SIGKILL');
    });
    child.on('close', () => {
      resolve(Number(told.trim().split('\n').at(-1)));
    });
  });

describe('killed in the middle of a write', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'killed-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const open = () => journalStore(folder, { world: 'empty', reset: false, seed: worlds.empty });
  const valuesOf = (store: ReturnType<typeof open>) => {
    const { left, right } = store.state().issueProperties['1'] ?? {};
    return [left, right].map((value) => (value as { n: number } | undefined)?.n);
  };

  it.each([1, 7, 40])(
    'starts again with the last completed write, whole (killed after %i)',
    async (writes) => {
      const told = await killedAfter(folder, writes);
      const [left, right] = valuesOf(open());
      expect(left).toBeGreaterThanOrEqual(told);
      expect(right).toBe(left);
    },
    30_000,
  );

  it('is not written by two processes at once', async () => {
    const args = ['-r', 'esbuild-register', '-e', writer, folder];
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(open).toThrow(`Local Jira runs here already, as process ${String(child.pid)}.`);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    expect(valuesOf(open())[0]).toBeGreaterThan(0);
  }, 30_000);

  it('goes on after a second start, and after one that was killed before it emptied its journal', () => {
    const put = (n: number) => ({
      op: 'put-issue-property' as const,
      issueIds: ['1'],
      key: 'left',
      value: { n },
    });
    open().commit(put(1));
    open().commit(put(2));
    const journal = readdirSync(folder).find((file) => file.endsWith('.jsonl')) ?? '';
    appendFileSync(join(folder, journal), JSON.stringify([put(3)]));
    expect(valuesOf(open())[0]).toBe(2);
  });
});
