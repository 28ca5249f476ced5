import { CSPInjectionService, ExternalCspType, type CSPDetails } from '@forge/csp';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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

/**
 * Serves the built surfaces from an origin of their own, with Forge's real content security policy
 * and with the platform's two scripts put in front of the app's.
 */
export function createFrames(options: {
  readonly root: string;
  readonly manifest: Manifest;
  readonly bridgeScript: string;
  readonly siteOrigin: () => string;
}): Hono {
  const frames = new Hono();
  const resizer = readFileSync(
    require.resolve('iframe-resizer/js/iframeResizer.contentWindow.min.js'),
    'utf8',
  ).replace(/\/\/# sourceMappingURL=.*$/mu, '');
  const script = (source: string) => () =>
    new Response(source, { headers: { 'content-type': mediaTypes['.js'] ?? '' } });

  frames.use(compress());
  frames.get('/platform/global-bridge.js', script(options.bridgeScript));
  frames.get('/platform/iframeResizer.contentWindow.min.js', script(resizer));
  frames.get('/local/:resource/:file{.+}', async (request) => {
    const { resource, file } = request.req.param();
    const folder = options.manifest.resources.find(({ key }) => key === resource)?.path;
    if (folder === undefined) return request.text(`No resource "${resource}" in manifest.yml.`, 404);
    const path = normalize(file);
    if (path.startsWith('..')) return request.text('Not found.', 404);
    const body = await readFile(join(options.root, folder, path)).catch(() => undefined);
    if (body === undefined) return request.text(`No file "${path}" in ${folder}.`, 404);
    const type = mediaTypes[extname(path)] ?? 'application/octet-stream';
    const page = path.endsWith('.html');
    return new Response(page ? withPlatform(body.toString('utf8'), options.siteOrigin()) : body, {
      headers: {
        'content-type': type,
        'cache-control': page ? 'no-store' : 'public, max-age=31536000, immutable',
        'content-security-policy': policyFor(options.siteOrigin()),
      },
    });
  });
  return frames;
}

function withPlatform(html: string, siteOrigin: string): string {
  return html.replace(
    '<head>',
    `<head><script src="/platform/global-bridge.js" data-site="${siteOrigin}"></script>` +
      '<script async src="/platform/iframeResizer.contentWindow.min.js"></script>',
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

/** Forge's policy, but framed by this site instead of Atlassian's, and reporting to nobody. */
function policyFor(siteOrigin: string): string {
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: nothingDeclared, microsEnv: 'prod' })
    .filter((directive) => !directive.startsWith('report-uri'))
    .map((directive) =>
      directive.startsWith('frame-ancestors') ? `frame-ancestors 'self' ${siteOrigin}` : directive,
    )
    .join('; ');
}
