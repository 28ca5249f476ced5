import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readManifest } from '../../local-jira/forge/manifest';

const root = join(__dirname, '../..');
const manifestPath = join(root, 'manifest.yml');
const manifest = readManifest(root);

const sources = (...folders: string[]): string =>
  execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders],
    { cwd: root, encoding: 'utf8' },
  )
    .split('\n')
    .filter((file) => /\.(?:ts|tsx|mts|mjs|cjs)$/u.test(file) && !/\.test\.tsx?$/u.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');

describe('manifest.yml', () => {
  it.each([ValidationTypes.FULL, ValidationTypes.PRODUCT_TRIGGER])(
    'passes Atlassian’s own validation (%s)',
    async (type) => {
      const processor = ProcessorBuilder.instance().withValidation(type).build();
      const result = await processor.process(manifestPath);
      expect(result.errors ?? []).toEqual([]);
      expect(result.success).toBe(true);
    },
    60_000,
  );

  it('names only handlers that src/index.ts exports', () => {
    const source = readFileSync(join(root, 'src/index.ts'), 'utf8');
    const exported = [...source.matchAll(/export const (\w+)/gu)].map((match) => match[1]);
    const named = manifest.modules.function.map(({ handler }) => handler.replace('index.', ''));
    expect(named.sort()).toEqual(exported.sort());
  });

  it('shows nothing through a function: every module has a resource, and every resource a module or a dialog', () => {
    const modules = [
      ...manifest.modules['jira:issueContext'],
      ...manifest.modules['jira:projectPage'],
      ...manifest.modules['jira:projectSettingsPage'],
    ];
    const shown = modules.map(({ resource }) => resource);
    const opened = [...sources('static').matchAll(/resource: '([\w-]+)'/gu)].map(
      (match) => match[1],
    );
    expect(new Set([...shown, ...opened])).toEqual(
      new Set(manifest.resources.map(({ key }) => key)),
    );
    for (const module of modules) expect(module).not.toHaveProperty('function');
  });

  it('names icons that are shipped with a resource', () => {
    const icons = [...readFileSync(manifestPath, 'utf8').matchAll(/icon: resource:(.+);(.+)/gu)];
    expect(icons).toHaveLength(3);
    for (const [, key, file = ''] of icons) {
      const resource = manifest.resources.find((each) => each.key === key);
      // What stands in `public` is copied into the built folder, which is the resource's path.
      const folder = join(root, resource?.path.replace(/build$/u, 'public') ?? '');
      expect(readFileSync(join(folder, file), 'utf8')).toMatch(/^<svg /u);
    }
  });

  it('runs on the deployed runtime', () => {
    const raw = parse(readFileSync(manifestPath, 'utf8')) as { app: { runtime: { name: string } } };
    expect(raw.app.runtime.name).toBe('nodejs24.x');
  });

  it('declares no egress, no remote and no inline styles or scripts', () => {
    const raw = parse(readFileSync(manifestPath, 'utf8')) as {
      permissions: object;
      remotes?: unknown;
    };
    expect(Object.keys(raw.permissions)).toEqual(['scopes']);
    expect(raw.remotes).toBeUndefined();
  });

  it('takes the app’s id from the shell, with a default', () => {
    expect(manifest.app.id).toMatch(/^ari:cloud:ecosystem::app\//u);
    process.env['FORGE_APP_ID'] = 'ari:cloud:ecosystem::app/mine';
    expect(readManifest(root).app.id).toBe('ari:cloud:ecosystem::app/mine');
    delete process.env['FORGE_APP_ID'];
  });

  it('gives each scope its reason', () => {
    const lines = readFileSync(manifestPath, 'utf8').split('\n');
    const scopeLines = lines.flatMap((line, index) =>
      /^ {4}- \w+:/u.test(line) && /:(?:jira|app)/u.test(line) ? [index] : [],
    );
    expect(scopeLines).toHaveLength(manifest.permissions.scopes.length);
    for (const index of scopeLines) expect(lines[index - 1]).toMatch(/^ {4}# /u);
  });
});

describe('UI Kit 1', () => {
  it('is imported nowhere and installed nowhere', () => {
    expect(sources('src', 'static', 'local-jira')).not.toMatch(/from '@forge\/ui'/u);
    const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: object;
    };
    expect(Object.keys(packages.packages)).not.toContain('node_modules/@forge/ui');
  });
});

describe('@forge packages', () => {
  it('are pinned exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const forge = Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) =>
      name.startsWith('@forge/'),
    );
    expect(forge.length).toBeGreaterThan(4);
    for (const [, version] of forge) expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  });
});
