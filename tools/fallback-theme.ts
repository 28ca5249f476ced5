import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readThemes } from '../local-jira/web/host-page';

/**
 * The design tokens that the surfaces use, with Atlassian's own values, for a frame that Jira gives no
 * theme. `npm run fallback-theme` writes them; a test holds the file to the code and to the package.
 */
const root = join(__dirname, '..');

/** Where the file stands: a surface loads it only when the tokens are missing. */
export const fallbackThemePath = join(root, 'static/shared/fallback-theme.css');

const notice = `/* Written by \`npm run fallback-theme\`: Atlassian's values of the tokens in use, where Jira gives none. */`;

/** The style sheet. Its selectors weigh nothing, so that Jira's own theme wins whenever it comes. */
export async function fallbackTheme(): Promise<string> {
  const { light = '', dark = '', ...always } = await readThemes();
  const lights = valuesOf([...Object.values(always), light]);
  const darks = valuesOf([dark]);
  const used = tokensInUse([...lights.keys()]);
  const rule = (selector: string, scheme: string, values: ReadonlyMap<string, string>): string => {
    const lines = used.flatMap((name) =>
      values.has(name) ? [`  ${name}: ${values.get(name) ?? ''};`] : [],
    );
    return [`${selector} {`, `  color-scheme: ${scheme};`, ...lines, '}'].join('\n');
  };
  const darkRule = (selector: string): string => rule(selector, 'dark', darks);
  return [
    notice,
    rule(':where(html)', 'light', lights),
    darkRule(`:where(html[data-color-mode='dark'])`),
    '@media (prefers-color-scheme: dark) {',
    darkRule(':where(html:not([data-color-mode]))'),
    '}',
    '',
  ].join('\n');
}

/** Every token that a style or a component of a surface names, or begins to name and numbers. */
export function tokensInUse(known: readonly string[]): readonly string[] {
  const folder = join(root, 'static');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:css|tsx?)$/u.test(name) && !/(?:^|\/)build\/|fallback-theme\.css$/u.test(name),
  );
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  const named = new Set(texts.flatMap((text) => text.match(/--ds-[a-z0-9-]+/gu) ?? []));
  const expanded = [...named].flatMap((name) =>
    name.endsWith('-') ? known.filter((each) => each.startsWith(name)) : [name],
  );
  return [...new Set(expanded)].sort();
}

function valuesOf(sheets: readonly string[]): ReadonlyMap<string, string> {
  const pairs = sheets.flatMap((sheet) => [
    ...sheet.matchAll(/(?<name>--ds-[\w-]+):\s*(?<value>[^;]+);/gu),
  ]);
  return new Map(
    pairs.map(({ groups }) => [groups?.['name'] ?? '', groups?.['value']?.trim() ?? '']),
  );
}

if (require.main === module)
  void fallbackTheme().then((css) => {
    writeFileSync(fallbackThemePath, css);
  });
