import { CSPInjectionService, ExternalCspType, type CSPDetails } from '@forge/csp';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { extname, join, normalize } from 'node:path';
import type { Manifest } from '../forge/manifest';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** What the `iframe` element of a surface is given, as Jira gives it. */
export const frameAttributes = {
  sandbox:
    'allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts',
  allow: 'camera; clipboard-write; display-capture; fullscreen; microphone',
} as const;

/** The address of a surface's page under the frames' origin. */
export function framePath(resourceKey: string): string {
  return `/local/${resourceKey}/index.html`;
}

/** The platform's two scripts. On Forge its CDN serves them; here the site does. */
export function createPlatformScripts(bridgeScript: string): Hono {
  const scripts = new Hono();
  const resizer = readFileSync(
    require.resolve('iframe-resizer/js/iframeResizer.contentWindow.min.js'),
    'utf8',
  ).replace(/\/\/# sourceMappingURL=.*$/mu, '');
  const script = (source: string) => () =>
    new Response(source, {
      headers: { 'content-type': mediaTypes['.js'] ?? '', 'access-control-allow-origin': '*' },
    });
  scripts.use(compress());
  scripts.get('/global-bridge.js', script(bridgeScript));
  scripts.get('/iframeResizer.contentWindow.min.js', script(resizer));
  return scripts;
}

/**
 * Serves the built surfaces from an origin of their own, with Forge's real content security policy
 * and with the platform's two scripts put in front of the app's.
 */
export function createFrames(options: {
  readonly root: string;
  readonly manifest: Manifest;
  readonly siteOrigin: () => string;
  /** How far the site's clock runs ahead of the machine's, in ms. */
  readonly ahead: () => number;
}): Hono {
  const frames = new Hono();
  frames.get('/local/:resource/:file{.+}', async (request) => {
    const { resource, file } = request.req.param();
    const folder = options.manifest.resources.find(({ key }) => key === resource)?.path;
    if (folder === undefined)
      return request.text(`No resource "${resource}" in manifest.yml.`, 404);
    const path = normalize(file);
    if (path.startsWith('..')) return request.text('Not found.', 404);
    const body = await readFile(join(options.root, folder, path)).catch(() => undefined);
    if (body === undefined) return request.text(`No file "${path}" in ${folder}.`, 404);
    const type = mediaTypes[extname(path)] ?? 'application/octet-stream';
    const page = path.endsWith('.html');
    const sent = page ? withPlatform(body.toString('utf8'), options) : body;
    // As a CDN does: compressed once and well.
    return new Response(gzipSync(sent, { level: 9 }), {
      headers: {
        'content-type': type,
        'content-encoding': 'gzip',
        'cache-control': page ? 'no-store' : 'public, max-age=31536000, immutable',
        'content-security-policy': policyFor(options.siteOrigin()),
      },
    });
  });
  return frames;
}

function withPlatform(
  html: string,
  options: { readonly siteOrigin: () => string; readonly ahead: () => number },
): string {
  const siteOrigin = options.siteOrigin();
  const bridge = `src="${siteOrigin}/platform/global-bridge.js" data-site="${siteOrigin}"`;
  return html.replace(
    '<head>',
    `<head><script ${bridge} data-ahead="${String(options.ahead())}"></script>` +
      `<script async src="${siteOrigin}/platform/iframeResizer.contentWindow.min.js"></script>`,
  );
}

const nothingDeclared: CSPDetails = {
  [ExternalCspType.IMG_SRC]: [],
  [ExternalCspType.MEDIA_SRC]: [],
  [ExternalCspType.SCRIPT_SRC]: [],
  [ExternalCspType.STYLE_SRC]: [],
  [ExternalCspType.CONNECT_SRC]: [],
  [ExternalCspType.FONT_SRC]: [],
  [ExternalCspType.FRAME_SRC]: [],
};

const forgeCdn = 'https://forge.cdn.prod.atlassian-dev.net';

/** Forge's policy, with this site in the place of Atlassian's and of Forge's CDN, reporting to nobody. */
function policyFor(siteOrigin: string): string {
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: nothingDeclared, microsEnv: 'prod' })
    .filter((directive) => !directive.startsWith('report-uri'))
    .map((directive) =>
      directive.startsWith('frame-ancestors')
        ? `frame-ancestors 'self' ${siteOrigin}`
        : directive.replace(forgeCdn, siteOrigin),
    )
    .join('; ');
}
