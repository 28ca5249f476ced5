import { readFileSync } from 'node:fs';
import { fallbackTheme, fallbackThemePath, tokensInUse } from '../../tools/fallback-theme';

describe('the theme of a frame that Jira gives none', () => {
  const css = readFileSync(fallbackThemePath, 'utf8');

  it('is what the code and the token package make of it: else run npm run fallback-theme', async () => {
    expect(css).toBe(await fallbackTheme());
  });

  it('has a value for every token in use', () => {
    const missing = tokensInUse([]).filter((name) => !css.includes(`  ${name}: `));
    expect(missing).toEqual([]);
  });

  it('has other colours in the dark, whether Jira says so or the device', () => {
    const values = [...css.matchAll(/ {2}--ds-text: (?<value>[^;]+);/gu)].map(
      ({ groups }) => groups?.['value'],
    );
    expect(values).toHaveLength(3);
    expect(new Set(values).size).toBe(2);
  });
});
