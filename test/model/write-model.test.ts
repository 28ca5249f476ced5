import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

type Sum = { readonly acknowledged: number; readonly wrong: readonly string[] };

const run = promisify(execFile);

const interleavings = async (from: number, count: number, ...how: string[]): Promise<Sum> => {
  const script = join(__dirname, 'run-model.ts');
  const args = ['-r', 'esbuild-register', script, String(from), String(count), ...how];
  const { stdout } = await run(process.execPath, args, { cwd: join(__dirname, '../..') });
  return JSON.parse(stdout) as Sum;
};

/**
 * Two writers through the function, one in bulk, one from outside and a removal; each step may crash,
 * lose its answer, be refused or land late. docs/decisions/0013 says what is not covered.
 */
describe('a hundred thousand interleavings of writers', () => {
  it.each([0, 1])(
    'lose no acknowledged edit, bring nothing removed back and overwrite nothing unseen (half %i)',
    async (half) => {
      const { acknowledged, wrong } = await interleavings(half * 50_000, 50_000);
      expect(wrong).toEqual([]);
      expect(acknowledged).toBeGreaterThan(100_000);
    },
    400_000,
  );

  it('lose edits, with the same seeds, once the condition is taken out', async () => {
    const { wrong } = await interleavings(0, 2_000, 'unconditional');
    expect(wrong.filter((each) => each.includes('lost')).length).toBeGreaterThan(20);
  }, 60_000);
});
