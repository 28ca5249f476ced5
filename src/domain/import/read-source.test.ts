import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guessColumns } from './columns';
import { readBytes } from './read-bytes';
import { readSource, sourceLimit, type ReadSource } from './read-source';
import { rowsOfTable } from './read-table';

const rowsOf = (source: ReadSource) => {
  if (source.kind === 'text' || source.kind === 'export') return source.rows;
  return source.kind === 'table' ? rowsOfTable(source.table, source.columns) : [];
};

const discovery = [
  '---',
  'title: Discovery',
  '---',
  '### Business goals',
  'Is the shop looking to sell more often, lose fewer customers or spend less on ads?',
  '### Stakeholders',
  '| Stakeholder | Role | Responsibilities |',
  '| - | - | - |',
  '| **Store teams** | They know the shopper. | - Name the moments <br/> - Train the tills |',
  '| **Finance** | They pay. | |',
  '### Operating model',
  '- Team structure: who is missing',
  '- Process: where it waits',
  '- Documentation: where it is kept',
  '- Tools: what is too slow',
  '### Our landscape',
  '- Till: sends receipts at night',
  '- Compliance: consent on every profile',
  '### Timeline',
  'We crawl first, then walk.',
].join('\n');

describe('readSource', () => {
  it('reads a discovery page into the parts of a programme', () => {
    const source = readSource(discovery);
    expect(source).toMatchObject({
      kind: 'programme',
      found: {
        goals: ['Sell more often', 'Lose fewer customers', 'Spend less on ads'],
        stakeholders: [
          {
            name: 'Store teams',
            role: 'They know the shopper.',
            responsibilities: ['Name the moments', 'Train the tills'],
          },
          { name: 'Finance', role: 'They pay.', responsibilities: [] },
        ],
        texts: {
          'operatingModel.team': 'Who is missing',
          'operatingModel.process': 'Where it waits',
          'operatingModel.documentation': 'Where it is kept',
          'operatingModel.tools': 'What is too slow',
          landscape: 'Till: sends receipts at night',
          compliance: 'Consent on every profile',
        },
        milestones: [{ stage: 'crawl' }, { stage: 'walk' }],
      },
    });
    expect(source.kind === 'programme' && source.found.headings.map(({ about }) => about)).toEqual([
      'goals',
      'stakeholders',
      'operatingModel',
      'landscape',
      'milestones',
    ]);
  });

  it('reads how a team refines and estimates', () => {
    const text = [
      '1. Understand it',
      'Is this read? No.',
      '2. Refine the stories',
      'We ask: Is it small? Who signs it off?',
      '3. Play planning poker',
      'The cards are 1, 2, 3, 5 and 8.',
    ].join('\n');
    expect(readSource(text.replace('5 and 8', '5, and 8'))).toMatchObject({
      kind: 'programme',
      found: { questions: ['Is it small?', 'Who signs it off?'], deck: ['1', '2', '3', '5', '8'] },
    });
  });

  it('reads a page about the framework into a blank form', () => {
    const text = [
      'Why → Who / What / Where → How',
      '• Why: what the business wants',
      '• Who: which people',
      '• What: which offer',
      '• Where: which channel',
      '• How: data, audience, journey, measurement and content (e.g., feeds, rules, steps, control, texts)',
      '• Crawl: one batch',
    ].join('\n');
    expect(readSource(text)).toEqual({
      kind: 'form',
      form: {
        why: 'what the business wants',
        who: 'which people',
        what: 'which offer',
        where: 'which channel',
        how: {
          data: 'feeds',
          audience: 'rules',
          journey: 'steps',
          measurement: 'control',
          content: 'texts',
        },
        stages: { crawl: 'one batch' },
      },
    });
  });

  it.each([
    ['comma', 'Title,Why,Stage\nCart,grow,Walk'],
    ['semicolon', 'Title;Why;Stage\r\nCart;grow;walk\r\n'],
    ['tab', '\uFEFFTitle\tWhy\tStage\nCart\tgrow\tWALK'],
  ])('reads a table parted by %s', (_name, text) => {
    expect(rowsOf(readSource(text, 'cases.csv'))).toMatchObject([
      { number: 1, title: 'Cart', values: { why: 'grow', stage: 'walk' }, problems: [] },
    ]);
  });

  it('keeps what a cell says where it is no value of its field, and says so', () => {
    const text = 'Title,Target,Goals,Owner\nCart,plenty,"one; two",Ines\n,3,,,more';
    expect(rowsOf(readSource(text, 'x.csv'))).toEqual([
      {
        number: 1,
        key: '',
        title: 'Cart',
        parent: '',
        type: '',
        values: { goals: ['one', 'two'] },
        note: ['Target: plenty', 'Owner: Ines'],
        problems: [{ problem: 'unreadable', field: 'kpi.target', text: 'plenty' }],
      },
      {
        number: 2,
        key: '',
        title: '',
        parent: '',
        type: '',
        values: { 'kpi.target': 3 },
        note: ['Column 5: more'],
        problems: [{ problem: 'odd-length', cells: 5, columns: 4 }, { problem: 'no-title' }],
      },
    ]);
  });

  it('takes a list out of one cell, by lines or by semicolons', () => {
    const text = 'summary,dataObjects\nA,x; y\nB,"p\nq"';
    expect(rowsOf(readSource(text, 'x.csv')).map(({ values }) => values.dataObjects)).toEqual([
      ['x', 'y'],
      ['p', 'q'],
    ]);
  });

  it('gives each place one column; a second one is kept as a note', () => {
    expect(guessColumns(['Title', 'Name', 'Objective', 'Why', 'Colour', 'kpi.target'])).toEqual([
      'summary',
      'keep',
      'why',
      'keep',
      'keep',
      'kpi.target',
    ]);
  });

  it('reads somebody else’s JSON as a table', () => {
    const text = JSON.stringify({
      note: 'x',
      cases: [{ use_case: 'Cart', events: { Paid: ['total'], Left: [] }, sources: ['Web', 'App'] }],
    });
    expect(rowsOf(readSource(text))).toMatchObject([
      {
        title: 'Cart',
        values: { dataObjects: ['Paid: total', 'Left'], 'how.data': 'Web\nApp' },
      },
    ]);
  });

  it('shows formulas and scripts as the text that they are', () => {
    const text = 'Title,Why\n"\'=HYPERLINK(""x"")",<script>alert(1)</script>';
    expect(rowsOf(readSource(text, 'x.csv'))).toMatchObject([
      { title: '=HYPERLINK("x")', values: { why: '<script>alert(1)</script>' } },
    ]);
  });

  it.each([
    ['', '', { problem: 'empty' }],
    ['   \n', 'x.csv', { problem: 'empty' }],
    ['just words', '', { problem: 'nothing-found' }],
    ['{"a": ', '', { problem: 'broken-json' }],
    ['{"a": 1}', 'x.json', { problem: 'unknown-json' }],
    ['a,b\n"open,1', 'x.csv', { problem: 'open-quote', row: 2 }],
    ['a,b', 'x.csv', { problem: 'no-rows', row: 1 }],
    ['a\nb', 'x.csv', { problem: 'no-columns', row: 1 }],
    ['x'.repeat(sourceLimit + 1), '', { problem: 'too-long', length: sourceLimit + 1 }],
  ])('says what is wrong: %#', (text, name, problem) => {
    expect(readSource(text, name)).toMatchObject({ kind: 'problem', problem });
  });

  it('tells an export of a newer Northstar from one that it understands', () => {
    const project = { key: 'A', name: 'A' };
    const base = { northstar: 'project', exported: '', project, issues: [] };
    expect(readSource(JSON.stringify({ ...base, schema: 2 }))).toMatchObject({
      kind: 'problem',
      problem: { problem: 'newer-export', schema: 2 },
    });
    expect(readSource(JSON.stringify({ ...base, schema: 1 }))).toMatchObject({ kind: 'export' });
  });
});

describe('readBytes', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);

  it.each([
    [bytes(0x61, 0xc3, 0xa9), 'aé'],
    [bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    [bytes(0xff, 0xfe, 0x61, 0x00), 'a'],
    [bytes(0xfe, 0xff, 0x00, 0x61), 'a'],
  ])('reads UTF-8 and UTF-16 %#', (data, text) => {
    expect(readBytes(data)).toEqual({ ok: true, text });
  });

  it.each([[bytes(0x61, 0xe9, 0x62)], [bytes(0x50, 0x4b, 0x03, 0x04, 0x00)]])(
    'refuses what is no text in them %#',
    (data) => {
      expect(readBytes(data).ok).toBe(false);
    },
  );
});

const sources = process.env['NORTHSTAR_SOURCES'] ?? join(__dirname, '../../../../shared/sources');
const there = existsSync(sources);
const onSources = there ? describe : describe.skip;
if (!there) console.error(`The five documents are not in ${sources}: their tests are skipped.`);

onSources('the five documents', () => {
  const read = (name: string) => readSource(readFileSync(join(sources, `${name}.txt`), 'utf8'));

  it('finds ten stories with eight fields each', () => {
    const rows = rowsOf(read('segmentation-story-backlog'));
    expect(rows).toHaveLength(10);
    const eight = [
      'preconditions',
      'postconditions',
      'businessBenefit',
      'processes',
      'description',
      'actors',
      'dataObjects',
      'metrics',
    ] as const;
    for (const { values } of rows) for (const field of eight) expect(values[field]).toBeTruthy();
  });

  it('finds a document, a blank form, five stakeholders and the cards', () => {
    expect(rowsOf(read('cdp-use-case-document'))).toHaveLength(1);
    expect(read('use-case-framework')).toMatchObject({ kind: 'form' });
    const discovered = read('use-case-discovery');
    const stakeholders = discovered.kind === 'programme' ? discovered.found.stakeholders : [];
    expect(stakeholders.map(({ responsibilities }) => responsibilities.length)).toEqual([
      4, 4, 2, 2, 3,
    ]);
    expect(read('nine-steps-from-use-case-to-cdp')).toMatchObject({
      found: { deck: ['0', '1', '2', '3', '5', '8', '13', '21'], questions: { length: 4 } },
    });
  });
});
