import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files that the site's own pages are made of. */
export type HostAssets = {
  readonly script: string;
  readonly style: string;
  readonly bridgeScript: string;
  readonly themes: Readonly<Record<string, string>>;
};

/** Every page of the site is this one; the script reads the address and draws. */
export const hostPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Local Jira</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/host/host.css" />
    <script type="module" src="/host/host.js"></script>
  </head>
  <body></body>
</html>`;

const themeFiles = {
  light: 'atlassian-light',
  dark: 'atlassian-dark',
  spacing: 'atlassian-spacing',
  typography: 'atlassian-typography',
  shape: 'atlassian-shape',
} as const;

/** Bundles the page script and the bridge, and reads the themes out of Atlassian's token package. */
export async function readHostAssets(): Promise<HostAssets> {
  const [script, bridgeScript, style] = await Promise.all([
    bundleForBrowser(join(__dirname, 'host/main.ts'), 'esm'),
    bundleForBrowser(join(__dirname, 'frame/bridge.ts'), 'iife'),
    readFile(join(__dirname, 'host/host.css'), 'utf8'),
  ]);
  return { script, style, bridgeScript, themes: await readThemes() };
}

/** The style sheets of Atlassian's themes by name: two of colours, and three for both modes. */
export async function readThemes(): Promise<Readonly<Record<string, string>>> {
  const sheets = Object.entries(themeFiles).map(
    async ([name, file]) => [name, await themeSheet(file)] as const,
  );
  return Object.fromEntries(await Promise.all(sheets));
}

async function themeSheet(file: string): Promise<string> {
  const path = `@atlaskit/tokens/dist/cjs/artifacts/themes/${file}.js`;
  const theme = (await import(path)) as { default: string | { default: string } };
  return typeof theme.default === 'string' ? theme.default : theme.default.default;
}

async function bundleForBrowser(entry: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format,
    target: 'es2022',
    minify: true,
    // iframe-resizer greets in the console; a clean console is how tests see trouble.
    pure: ['console.info'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
