/** A theme as the page hands it to a frame: the mode, and style sheets by name, each a single rule. */
export type ThemeState = {
  readonly colorMode: 'light' | 'dark';
  readonly sheets: Readonly<Record<string, string>>;
};

/** The value of `data-theme`: which sheet serves which mode. */
export const themeNames =
  'light:light dark:dark spacing:spacing typography:typography shape:shape';

/**
 * Puts the theme on a document: attributes on the root, and a `<style data-theme>` for each sheet.
 * The rules go in through the CSSOM, which a `style-src` without `unsafe-inline` allows.
 */
export function applyTheme({ colorMode, sheets }: ThemeState): void {
  const root = document.documentElement;
  root.dataset['colorMode'] = colorMode;
  root.dataset['theme'] = themeNames;
  for (const [name, css] of Object.entries(sheets)) {
    if (document.head.querySelector(`style[data-theme="${name}"]`) !== null) continue;
    const style = document.createElement('style');
    style.dataset['theme'] = name;
    document.head.append(style);
    style.sheet?.insertRule(css);
  }
}
