import { build } from 'esbuild';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { labRoot } from './lab';

/** Builds the page of the lab app, as a deployment would find it. */
export async function buildLab(): Promise<void> {
  const source = join(labRoot, 'static/lab');
  const target = join(source, 'build');
  mkdirSync(target, { recursive: true });
  await build({
    entryPoints: [join(source, 'main.ts')],
    outfile: join(target, 'main.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  copyFileSync(join(source, 'index.html'), join(target, 'index.html'));
}
