import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fields } from '../../src/domain/use-case/fields';

const text = readFileSync(join(__dirname, '../../docs/record.md'), 'utf8');

const rows = [
  ...text.matchAll(/^\| [^|]+\| [^|]+\| `(?<field>[^`]+)` +\| (?<state>now|next) +\|$/gmu),
].map(({ groups = {} }) => ({ field: groups['field'] ?? '', state: groups['state'] ?? '' }));

describe('docs/record.md', () => {
  it('gives each element one field, and each field one element', () => {
    const named = rows.map(({ field }) => field);
    expect(named.length).toBeGreaterThan(60);
    expect(new Set(named).size).toBe(named.length);
  });

  it('says "now" of what is in the code, and of nothing else', () => {
    const now = rows.filter(({ state }) => state === 'now').map(({ field }) => field);
    expect(now.sort()).toEqual(Object.keys(fields).sort());
  });
});
