import { applyTheme, type ThemeState } from '../frame/theme';

const modeKey = 'local-jira-color-mode';
const listeners = new Set<(theme: ThemeState) => void>();
let sheets: Readonly<Record<string, string>> = {};

/** Loads Atlassian's themes and puts the chosen one on the page. */
export async function startTheme(): Promise<void> {
  const response = await fetch('/host/themes.json');
  sheets = (await response.json()) as Record<string, string>;
  applyTheme(currentTheme());
}

export function currentTheme(): ThemeState {
  const asked = new URLSearchParams(location.search).get('theme');
  const mode = asked ?? localStorage.getItem(modeKey);
  return { colorMode: mode === 'dark' ? 'dark' : 'light', sheets };
}

/** Changes between light and dark, on the page and in every frame that asked for theming. */
export function toggleTheme(): void {
  const next = document.documentElement.dataset['colorMode'] === 'dark' ? 'light' : 'dark';
  localStorage.setItem(modeKey, next);
  const theme: ThemeState = { colorMode: next, sheets };
  applyTheme(theme);
  for (const listener of listeners) listener(theme);
}

export function onThemeChange(listener: (theme: ThemeState) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
