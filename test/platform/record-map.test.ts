import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programmeLists, programmeTexts } from '../../src/domain/programme/programme';
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

  it('maps to what is in the code, and to nothing else', () => {
    const programme = [
      ...Object.keys(programmeLists).map((list) => `${list}[]`),
      ...Object.keys(programmeTexts),
      'stakeholders[].raci',
    ];
    const named = rows.map(({ field }) => field);
    expect(named.sort()).toEqual([...Object.keys(fields), ...programme].sort());
  });
});
