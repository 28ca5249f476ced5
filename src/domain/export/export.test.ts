import { marked } from 'marked';
import { aStoredDocument, aStoredUseCase } from '../../../test/builders/stored-record';
import { fields } from '../use-case/fields';
import { readSource } from '../import/read-source';
import { rowsOfTable } from '../import/read-table';
import { chaptersOf, documentedFields } from './chapters';
import { csvOf } from './csv';
import { documentOf } from './document';
import { markdownOf } from './markdown';
import type { ProjectExport } from './project-export';

const document = documentOf({
  key: 'CDP-1',
  summary: 'Carts *now*',
  useCase: aStoredUseCase({ why: '# grow\n- or not', stage: 'walk', 'kpi.target': 9 }),
  document: aStoredDocument({
    basicFlow: ['Ask', 'Send <b>it</b>'],
    risks: [{ risk: 'Late', mitigation: 'Start early' }],
  }),
});

describe('a document', () => {
  it('has a place for every field', () => {
    expect([...documentedFields].sort()).toEqual(Object.keys(fields).sort());
  });

  it('has chapters for what is said only', () => {
    expect(chaptersOf(document).map(({ title }) => title)).toEqual([
      'Why, who, what, where',
      'KPI and hypothesis',
      'Basic flow',
      'Risks and mitigation',
    ]);
  });

  it('is Markdown with contents, version and history, and markup in texts stays text', () => {
    const text = markdownOf(document);
    expect(text).toContain('# Carts \\*now\\*');
    expect(text).toContain('CDP-1 · edit 2');
    expect(text).toContain('1. Why, who, what, where');
    expect(text).toContain('**Why:** \\# grow  \n\\- or not');
    expect(text).toContain('1. Ask\n2. Send \\<b\\>it\\</b\\>');
    expect(text).toContain('- Late Mitigation: Start early');
    expect(text).toMatch(/## Change history[\s\S]*\| stage \|  \| walk \|/u);
  });

  it.each([
    'Before\n---\nafter',
    'A title\n===\nand more',
    '~~~\nno fence\n~~~',
    '    four spaces are no code',
    'A line\n\n\tand a tab',
    '1. first\n2) second',
    'see https://example.com/a_b_c?x=1_2 and a_b',
    '<script>alert(1)</script> &amp; &copy;',
    '| no | table |\n| - | - |',
    '[no](link) ![no](image) `no code` ~~no~~',
    'a digit \u202E123',
    'x\n:---',
  ])('shows %j as it is written', (why) => {
    const written = documentOf({
      ...{ key: 'A-1', summary: 'x', document: undefined },
      useCase: aStoredUseCase({ why }),
    });
    const [, part = ''] = markdownOf(written).split('**Why:** ');
    const [text = ''] = part.split('\n\n## Change history');
    const html = marked.parse(`Why: ${text}`, { async: false });
    expect(html).not.toMatch(/<(?:h[1-6]|hr|pre|code|ul|ol|table|script|img|del|blockquote)/u);
    const links = [...html.matchAll(/href="(?<to>[^"]*)"/gu)].map(({ groups }) => groups?.['to']);
    expect(links).toEqual(why.includes('https') ? ['https://example.com/a_b_c?x=1_2'] : []);
    const shown = html
      .replace(/<br>\n?/gu, '\n')
      .replace(/<[^>]*>/gu, '')
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>')
      .replace(/&quot;/gu, '"')
      .replace(/&nbsp;/gu, ' ')
      .replace(/&amp;/gu, '&')
      .trim();
    const plain = (each: string): string => each.replace(/\s+/gu, ' ').replace('\u202C', '').trim();
    expect(plain(shown)).toBe(plain(`Why: ${why}`));
  });

  it.each([
    'https://a![x](https://evil.example/p.png)',
    'https://a[click](https://evil.example)',
    'https://a/__init__/x*b*`code`~~c~~&copy;',
    'HTTPS://EXAMPLE.COM/a_b_c',
  ])('writes the address %j as it is, and nothing else of it', (why) => {
    const written = documentOf({
      ...{ key: 'A-1', summary: 'Learn C #', document: undefined },
      useCase: aStoredUseCase({ why }),
    });
    const text = markdownOf(written);
    expect(text).toContain(`**Why:** <${why}>`);
    expect(text).toContain('# Learn C \\#');
    const html = marked.parse(`<${why}>`, { async: false });
    expect(html).not.toMatch(/<(?:img|em|strong|code|del)/u);
    expect(html.match(/<a /gu)).toHaveLength(1);
  });

  it('keeps an item of several lines one item', () => {
    const written = documentOf({
      ...{ key: 'A-1', summary: 'x', useCase: undefined },
      document: aStoredDocument({ goals: ['\n\none\n\nand its reason', 'two'] }),
    });
    const [, part = ''] = markdownOf(written).split('## 1. Goals');
    const html = marked.parse(part.split('## Change history')[0] ?? '', { async: false });
    expect(html.match(/<li>/gu)).toHaveLength(2);
  });

  it('of an issue without a record says nothing and breaks nothing', () => {
    const blank = documentOf({ key: 'A-1', summary: 'x', useCase: undefined, document: 'odd' });
    expect(chaptersOf(blank)).toEqual([]);
    expect(markdownOf(blank)).not.toContain('Change history');
  });
});

describe('csvOf', () => {
  const found: ProjectExport = {
    northstar: 'project',
    schema: 1,
    exported: '',
    project: { key: 'CDP', name: 'Customer data' },
    programme: {},
    issues: [
      {
        key: 'CDP-1',
        summary: '=HYPERLINK("x")',
        type: 'Story',
        parent: null,
        useCase: aStoredUseCase({ why: '+1', who: 'a, "b"\nc', 'kpi.target': -3.5 }),
        document: aStoredDocument({ goals: ['@one', 'two'] }),
      },
    ],
  };

  it('marks what a spreadsheet would calculate as text', () => {
    const text = csvOf(found);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain("'+1");
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/mu);
  });

  it('comes back with the values that it took out', () => {
    const source = readSource(csvOf(found), 'a.csv');
    const [row] = source.kind === 'table' ? rowsOfTable(source.table, source.columns) : [];
    expect(row).toMatchObject({
      key: 'CDP-1',
      title: '=HYPERLINK("x")',
      type: 'Story',
      problems: [],
      values: { why: '+1', who: 'a, "b"\nc', 'kpi.target': -3.5, goals: ['@one', 'two'] },
    });
  });
});
