import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInText, type FoundText } from '../../src/domain/fill/read-text';
import { storyOf, toValues, valueOfElement } from '../../src/domain/fill/to-values';
import type { Element } from '../../src/domain/fill/labels';

const folder = process.env['NORTHSTAR_SOURCES'] ?? join(__dirname, '../../../shared/sources');

const describeSource = (file: string, check: (text: string, found: FoundText) => void): void => {
  const path = join(folder, file);
  if (!existsSync(path)) {
    it.skip(`${file} is not on this machine; NORTHSTAR_SOURCES can name its folder`, () =>
      undefined);
    return;
  }
  const text = readFileSync(path, 'utf8');
  describe(file, () => {
    check(text, findInText(text));
  });
};

const storyLabels: readonly (readonly [Element, string])[] = [
  ['preconditions', 'Precondition'],
  ['postconditions', 'Post condition'],
  ['businessBenefit', 'Potential business benefit'],
  ['processes', 'Processes impacted'],
  ['description', 'User Story description'],
  ['actors', 'Key Roles Involved'],
  ['dataObjects', 'Data Objects description'],
  ['metrics', 'Key metrics involved'],
];

describeSource('segmentation-story-backlog.txt', (text, found) => {
  it('holds ten stories', () => {
    expect(found.records.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 10 }, () => 'story'),
    );
  });

  it.each(storyLabels)('gives the exact text of every %s', (element, label) => {
    const expected = text
      .split('\n')
      .filter((line) => line.startsWith(`– ${label}: `))
      .map((line) => line.slice(`– ${label}: `.length).trim());
    expect(expected).toHaveLength(10);
    expect(found.records.map((record) => valueOfElement(record, element).text)).toEqual(expected);
  });

  it('gives every title and a persona and a goal for every story', () => {
    const titles = [...text.matchAll(/^\d+\. User Story: (.+)$/gmu)].map((match) =>
      match[1]?.trim(),
    );
    expect(found.records.map((record) => toValues(record).title)).toEqual(titles);
    for (const record of found.records) {
      const story = storyOf(record);
      expect(text).toContain(`As a ${story?.persona ?? '?'}, I want ${story?.goal ?? '?'}`);
    }
  });

  it('leaves the web page around the stories aside, and says so', () => {
    const unknown = found.lines
      .filter(({ fate }) => fate === 'unknown')
      .map(({ source }) => source);
    expect(unknown[0]).toBe('Leave a Comment');
    expect(unknown).toContain('Scroll to Top');
  });
});

describeSource('cdp-use-case-document.txt', (_text, found) => {
  it('is one document of twelve sections, every line understood', () => {
    expect(found.records.map(({ kind }) => kind)).toEqual(['document']);
    expect(found.lines.filter(({ fate }) => fate === 'unknown')).toEqual([]);
    const { values } = toValues(found.records[0] ?? { kind: 'document', elements: new Map() });
    const lengths = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.length : 1,
      ]),
    );
    expect(lengths).toMatchObject({
      'identification.useCaseId': 1,
      overview: 1,
      goals: 4,
      scope: 1,
      actors: 3,
      preconditions: 4,
      basicFlow: 6,
      alternativeFlows: 2,
      postconditions: 3,
      requirements: 1,
      risks: 2,
      approval: 1,
    });
  });
});
