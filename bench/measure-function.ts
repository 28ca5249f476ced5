import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = 15;

/**
 * The size of the functions as one minified file, and the median time to load it in a fresh process
 * beside the time to load an empty file. Forge bundles with webpack; sizes differ a little.
 */
export async function measureFunction(root: string): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'northstar-function-'));
  const bundle = join(folder, 'index.cjs');
  const empty = join(folder, 'empty.cjs');
  await build({
    entryPoints: [join(root, 'src/index.ts')],
    outfile: bundle,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    logLevel: 'error',
  });
  writeFileSync(empty, '');
  const figures = {
    functionBundleBytes: statSync(bundle).size,
    functionImportMs: median(() => loadTime(bundle)),
    emptyNodeMs: median(() => loadTime(empty)),
  };
  rmSync(folder, { recursive: true });
  return figures;
}

function loadTime(file: string): number {
  const script = `const start = performance.now(); require(${JSON.stringify(file)}); console.log(performance.now() - start)`;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}

function median(measure: () => number): number {
  const times = Array.from({ length: runs }, measure).sort((left, right) => left - right);
  return Number((times[Math.floor(runs / 2)] ?? 0).toFixed(2));
}
