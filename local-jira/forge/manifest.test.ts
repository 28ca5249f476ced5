import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from './manifest';

const lab = readFileSync(join(__dirname, '../../test/lab-app/manifest.yml'), 'utf8');

const readWith = (seconds: number): unknown => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  writeFileSync(
    join(folder, 'manifest.yml'),
    lab.replace('timeoutSeconds: 120', `timeoutSeconds: ${String(seconds)}`),
  );
  try {
    return readManifest(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('the time that a function declares', () => {
  it('is at most 900 seconds', () => {
    expect(readWith(900)).toBeDefined();
    expect(() => readWith(901)).toThrow();
  });
});
