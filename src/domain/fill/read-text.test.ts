import type { Element } from './labels';
import { findInText, type FoundRecord } from './read-text';
import { storyOf, toValues, valueOfElement } from './to-values';

const block = `1. User Story: Stock on the product page
– Precondition: The shop knows the stock of each store.
– Post condition: Every product page shows the stock nearby.
– Potential business benefit: Fewer lost trips, more store sales.
– Processes impacted: Merchandising, store operations, and web editing.
– User Story description: As a shopper, I want to see the stock nearby so that I do not travel in vain. This also relieves the phone line.
– Key Roles Involved: Shopper, store manager, web editor.
– Data Objects description: Stock level, store (address, opening hours), product.
– Key metrics involved: Store visits, calls per day.`;

const recordOf = (text: string, index = 0): FoundRecord => {
  const record = findInText(text).records[index];
  if (record === undefined) throw new Error(`no record ${String(index)}`);
  return record;
};

const textOf = (record: FoundRecord, element: Element): string =>
  valueOfElement(record, element).text;

const expectBlock = (record: FoundRecord): void => {
  expect(record.kind).toBe('story');
  expect(textOf(record, 'preconditions')).toBe('The shop knows the stock of each store.');
  expect(textOf(record, 'postconditions')).toBe('Every product page shows the stock nearby.');
  expect(textOf(record, 'businessBenefit')).toBe('Fewer lost trips, more store sales.');
  expect(valueOfElement(record, 'processes').items).toEqual([
    'Merchandising',
    'store operations',
    'web editing',
  ]);
  expect(valueOfElement(record, 'actors').items).toEqual([
    'Shopper',
    'store manager',
    'web editor',
  ]);
  expect(valueOfElement(record, 'dataObjects').items).toEqual([
    'Stock level',
    'store (address, opening hours)',
    'product',
  ]);
  expect(valueOfElement(record, 'metrics').items).toEqual(['Store visits', 'calls per day']);
  expect(storyOf(record)).toEqual({
    persona: 'shopper',
    goal: 'to see the stock nearby',
    benefit: 'I do not travel in vain',
  });
};

const rewritten: readonly (readonly [string, string])[] = [
  ['as it is', block],
  ['with Windows line ends', block.replaceAll('\n', '\r\n')],
  ['with old Mac line ends', block.replaceAll('\n', '\r')],
  ['with hyphens', block.replaceAll('–', '-')],
  ['with bullets', block.replaceAll('–', '•')],
  ['with stars', block.replaceAll('–', '*')],
  ['without bullets', block.replaceAll('– ', '')],
  ['with another number', block.replace('1.', '12)')],
  ['without a number', block.replace('1. ', '')],
  [
    'in upper case labels',
    block.replaceAll(/– ([^:]+):/gu, (_all, label: string) => `– ${label.toUpperCase()}:`),
  ],
  [
    'with labels spelled otherwise',
    block
      .replace('Post condition', 'Post-conditions')
      .replace('Key Roles Involved', 'Roles')
      .replace('Key metrics involved', 'Metrics'),
  ],
  ['in Markdown', block.replaceAll(/– ([^:]+):/gu, '- **$1:**')],
  ['with values on the next line', block.replaceAll(/– ([^:]+): /gu, '$1:\n')],
  ['with a byte order mark', `\uFEFF${block}`],
  ['with hard spaces', block.replaceAll(': ', ':\u00A0')],
];

describe('a story block of eight fields', () => {
  it.each(rewritten)('is read %s', (_name, text) => {
    const found = findInText(text);
    expect(found.records).toHaveLength(1);
    expectBlock(recordOf(text));
    expect(found.lines.filter(({ fate }) => fate === 'unknown')).toEqual([]);
  });

  it('is read in any order', () => {
    const [title = '', ...fields] = block.split('\n');
    expectBlock(recordOf([title, ...fields.reverse()].join('\n')));
  });

  it('is read with fields missing', () => {
    const text = block
      .split('\n')
      .filter((line) => !/Post condition|metrics/u.test(line))
      .join('\n');
    const record = recordOf(text);
    expect(textOf(record, 'postconditions')).toBe('');
    expect(textOf(record, 'preconditions')).toBe('The shop knows the stock of each store.');
  });

  it('is told from the next one, with or without an empty line between', () => {
    const second = block.replace('1. User Story: Stock', '2. User Story: Prices');
    for (const gap of ['\n', '\n\n', '\n\n\n']) {
      const found = findInText(`${block}${gap}${second}`);
      expect(found.records).toHaveLength(2);
      found.records.forEach(expectBlock);
    }
  });

  it('is told from the next one where neither has a title', () => {
    const untitled = block.split('\n').slice(1).join('\n');
    const found = findInText(`${untitled}\n\n${untitled}`);
    expect(found.records).toHaveLength(2);
    found.records.forEach(expectBlock);
  });

  it('does not swallow what stands below it', () => {
    const found = findInText(`${block}\n\nLeave a reply\nSend`);
    expectBlock(recordOf(`${block}\n\nLeave a reply\nSend`));
    expect(
      found.lines.filter(({ fate }) => fate === 'unknown').map(({ source }) => source),
    ).toEqual(['Leave a reply', 'Send']);
  });

  it('joins a value that a mail program wrapped', () => {
    const text = block.replace('stock of each store', 'stock\nof each store');
    expect(textOf(recordOf(text), 'preconditions')).toBe('The shop knows the stock of each store.');
  });
});

const sections = [
  ['Use Case Identification', 'Use Case ID: UC-7\nTitle: Price alerts\nVersion: 2.1'],
  ['Overview', 'Tells shoppers about lower prices.'],
  ['Goals', '- Sell what is on wish lists.\n- Write to fewer people.'],
  ['Scope', 'Web shop only.'],
  ['Actors', '-\nShopper - waits for a price.\n-\nEditor - sets prices.'],
  ['Preconditions', 'Before it can start:\n1. Prices change in one place.\n2. Consent is known.'],
  ['Basic Flow', '1) A price falls.\n2) A message leaves.'],
  ['Alternative Flows', '- If the item is gone, say so.'],
  ['Postconditions', '- The message is on the profile.'],
  ['Requirements', 'A message within an hour.'],
  [
    'Risks and Mitigation',
    '-\nRisk: Too many messages.\n-\nMitigation: One a day.\n- Risk: Wrong price. Mitigation: Check first.',
  ],
  ['Approval', 'Head of retail.'],
] as const;

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const documents: readonly (readonly [string, string])[] = [
  [
    'roman numbers',
    sections.map(([name, body], index) => `${numerals[index] ?? ''}. ${name}\n${body}`).join('\n'),
  ],
  [
    'arabic numbers',
    sections.map(([name, body], index) => `${String(index + 1)}. ${name}\n${body}`).join('\n\n'),
  ],
  ['no numbers', sections.map(([name, body]) => `${name}\n${body}`).join('\n\n')],
  ['Markdown headings', sections.map(([name, body]) => `## ${name}\n\n${body}`).join('\n\n')],
  ['colons', sections.map(([name, body]) => `${name}:\n${body}`).join('\n')],
  [
    'another order',
    [...sections]
      .reverse()
      .map(([name, body]) => `# ${name}\n${body}`)
      .join('\n'),
  ],
];

describe('a use-case document of twelve sections', () => {
  it.each(documents)('is read with %s', (_name, text) => {
    const found = findInText(text);
    expect(found.records).toHaveLength(1);
    expect(found.lines.filter(({ fate }) => fate === 'unknown')).toEqual([]);
    const { values, note } = toValues(recordOf(text));
    expect(values).toEqual({
      'identification.useCaseId': 'UC-7',
      'identification.title': 'Price alerts',
      'identification.version': '2.1',
      overview: 'Tells shoppers about lower prices.',
      goals: ['Sell what is on wish lists.', 'Write to fewer people.'],
      scope: 'Web shop only.',
      actors: ['Shopper - waits for a price.', 'Editor - sets prices.'],
      preconditions: ['Prices change in one place.', 'Consent is known.'],
      basicFlow: ['A price falls.', 'A message leaves.'],
      alternativeFlows: ['If the item is gone, say so.'],
      postconditions: ['The message is on the profile.'],
      requirements: 'A message within an hour.',
      risks: [
        { risk: 'Too many messages.', mitigation: 'One a day.' },
        { risk: 'Wrong price.', mitigation: 'Check first.' },
      ],
      approval: 'Head of retail.',
    });
    expect(note).toEqual(['Before it can start:']);
  });

  it('is read with sections missing', () => {
    const text = sections
      .slice(3, 6)
      .map(([name, body]) => `${name}\n${body}`)
      .join('\n');
    expect(Object.keys(toValues(recordOf(text)).values)).toEqual([
      'scope',
      'actors',
      'preconditions',
    ]);
  });

  it('is told from a second one', () => {
    const one = documents[0]?.[1] ?? '';
    expect(findInText(`${one}\n\n${one}`).records).toHaveLength(2);
  });
});

describe('loose answers', () => {
  it('fill the framework, the KPI and the stage', () => {
    const text =
      'Why: grow\nWho – known shoppers\nWhat: a note\nWhere: e-mail\nData: orders\nKPI: Orders, 3 to 4.5 % by 2027-01-31\nStage: Walk';
    expect(toValues(recordOf(text)).values).toEqual({
      why: 'grow',
      who: 'known shoppers',
      what: 'a note',
      where: 'e-mail',
      'how.data': 'orders',
      'kpi.name': 'Orders',
      'kpi.unit': '%',
      'kpi.baseline': 3,
      'kpi.target': 4.5,
      'kpi.by': '2027-01-31',
      stage: 'walk',
    });
  });

  it('keep what cannot be read as a note', () => {
    const { values, note } = toValues(recordOf('Stage: soon\nBaseline: unknown\nBy: spring'));
    expect(values).toEqual({});
    expect(note).toEqual(['Baseline: unknown', 'By spring', 'Stage: soon']);
  });

  it('do not take a prose line for a label', () => {
    const found = findInText('We met on Tuesday: nobody objected.\nBudget code 4711');
    expect(found.records).toEqual([]);
    expect(found.lines.every(({ fate }) => fate === 'unknown')).toBe(true);
  });
});

it('gives every line exactly one fate and loses none', () => {
  const text = `Heading of the backlog\n\n${block}\n\nWhat is this?\n\n${documents[0]?.[1] ?? ''}`;
  const found = findInText(text);
  expect(found.lines.map(({ number }) => number)).toEqual(
    text.split('\n').map((_line, index) => index + 1),
  );
  const inRecords = found.records.flatMap(({ elements }) =>
    [...elements.values()].flat().map(({ number }) => number),
  );
  const withElement = found.lines
    .filter(({ fate, value }) => fate === 'element' && value !== '')
    .map(({ number }) => number);
  expect(inRecords.filter((number) => withElement.includes(number)).sort((a, b) => a - b)).toEqual(
    withElement,
  );
});
