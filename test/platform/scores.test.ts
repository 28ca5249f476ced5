import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureScores } from '../../bench/measure-scores';

const cases = process.env['NORTHSTAR_CASES'] ?? join(__dirname, '../../../shared/cases');
const available = existsSync(cases);

const files = [
  ['rice_intercom.json', 3],
  ['wsjf_spotify_extrapinchofsalt.json', 4],
  ['wsjf_arnold_mod_coda.json', 8],
  ['value_feasibility_quadrants.json', 6],
] as const;

const title = available ? 'published scores' : 'published scores (not on this machine: skipped)';

describe(title, () => {
  (available ? it.each(files) : it.skip.each(files))('come out of %s', (name, count) => {
    const measured = measureScores(join(cases, name));
    expect(measured?.cases).toHaveLength(count);
    for (const { expected, actual } of measured?.cases ?? []) {
      if (typeof expected === 'number') expect(actual).toBeCloseTo(expected, 9);
      else expect(String(actual).toLowerCase()).toBe(expected.toLowerCase());
    }
  });

  (available ? it : it.skip)('put the printed first of the Coda table fourth, once divided', () => {
    const found = measureScores(join(cases, 'wsjf_arnold_mod_coda.json'))?.cases ?? [];
    const printed = [...found].sort((a, b) => (b.published ?? 0) - (a.published ?? 0))[0];
    const ranked = [...found].sort((a, b) => Number(b.actual) - Number(a.actual));
    expect(ranked.findIndex(({ name }) => name === printed?.name)).toBe(3);
  });

  it('are none in a file of another shape', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'northstar-')), 'other.json');
    writeFileSync(file, '{"cases":[{"name":"x"}]}');
    expect(measureScores(file)).toBeUndefined();
  });
});
