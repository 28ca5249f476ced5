/** A theme as the page hands it to a frame: the mode, and style sheets by name, each a single rule. */
export type ThemeState = {
  readonly colorMode: 'light' | 'dark';
  readonly sheets: Readonly<Record<string, string>>;
};

/** The value of `data-theme`: which sheet serves which mode. */
export const themeNames = 'light:light dark:dark spacing:spacing typography:typography shape:shape';

const adopted = new Map<string, CSSStyleSheet>();

/**
 * Puts the theme on a document: attributes on the root, and its sheets. They are adopted, not
 * inserted as elements, because a `style-src` without `unsafe-inline` forbids the latter.
 */
export function applyTheme({ colorMode, sheets }: ThemeState): void {
  const root = document.documentElement;
  root.dataset['colorMode'] = colorMode;
  root.dataset['theme'] = themeNames;
  for (const [name, css] of Object.entries(sheets)) {
    if (adopted.has(name)) continue;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    adopted.set(name, sheet);
  }
  document.adoptedStyleSheets = [...adopted.values()];
}
