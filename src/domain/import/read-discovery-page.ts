import { Lexer, type Token, type Tokens } from 'marked';
import { stages } from '../use-case/fields';
import type { ProgrammeTextName } from '../programme/programme';
import { capitalised } from './capitalised';
import type { FoundProgramme, ProgrammeTopic } from './found-programme';

type Section = { readonly heading: string; readonly tokens: readonly Token[] };

/** Whether a page tells who takes part: a table with a column of stakeholders. */
export function isDiscoveryPage(text: string): boolean {
  return /^\s*\|\s*stakeholders?\s*\|/imu.test(text);
}

/**
 * Reads a discovery page in Markdown: stakeholders with their role and responsibilities from its
 * table, goals, the operating model, the landscape and the stages from the sections of these names.
 */
export function readDiscoveryPage(text: string): FoundProgramme {
  const sections = sectionsOf(text);
  const about = (topic: ProgrammeTopic): readonly Token[] =>
    sections.filter(({ heading }) => topicOf(heading) === topic).flatMap(({ tokens }) => tokens);
  const all = sections.flatMap(({ tokens }) => tokens);
  return {
    goals: goalsIn(about('goals')),
    stakeholders: stakeholdersIn(all),
    texts: { ...operatingModelIn(about('operatingModel')), ...landscapeIn(about('landscape')) },
    milestones: milestonesIn(about('milestones')),
    questions: [],
    deck: [],
    headings: sections
      .filter(({ heading }) => heading !== '')
      .map(({ heading }) => ({ heading, about: topicOf(heading) })),
  };
}

function sectionsOf(text: string): readonly Section[] {
  const page = text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/u, '');
  const sections: { heading: string; tokens: Token[] }[] = [{ heading: '', tokens: [] }];
  for (const token of Lexer.lex(page)) {
    if (token.type === 'heading') sections.push({ heading: plain(textOf(token)), tokens: [] });
    else sections.at(-1)?.tokens.push(token);
  }
  return sections;
}

const topics: readonly (readonly [ProgrammeTopic, RegExp])[] = [
  ['stakeholders', /stakeholder|\broles?\b|who is involved/iu],
  ['operatingModel', /operating model|ways? of working/iu],
  ['goals', /\bgoals?\b|\bkpis?\b|objectives?/iu],
  ['landscape', /landscape|\bstack\b|\bsetup\b|systems|infrastructure/iu],
  ['milestones', /timelines?|milestones?|roadmap|crawl/iu],
];

function topicOf(heading: string): ProgrammeTopic | null {
  return topics.find(([, words]) => words.test(heading))?.[0] ?? null;
}

function goalsIn(tokens: readonly Token[]): readonly string[] {
  const listed = itemsIn(tokens);
  if (listed.length > 0) return listed;
  const text = tokens.map((token) => plain(textOf(token))).join(' ');
  const aims = [
    ...text.matchAll(/\b(?:aim(?:ing|s)?|want(?:s|ing)?|looking|trying) to (?<aim>[^.?!;]+)/giu),
  ];
  return aims.flatMap(({ groups }) =>
    (groups?.['aim'] ?? '')
      .split(/\s*,\s*(?:or\s+|and\s+)?|\s+or\s+/iu)
      .filter((goal) => goal !== '')
      .map(capitalised),
  );
}

function stakeholdersIn(tokens: readonly Token[]): FoundProgramme['stakeholders'] {
  return tokens.filter(isTable).flatMap(({ header, rows }) => {
    const titles = header.map(({ text }) => plain(text).toLowerCase());
    const column = (words: RegExp): number => titles.findIndex((title) => words.test(title));
    const name = column(/stakeholder|team|name/u);
    const role = column(/role|why/u);
    const duties = column(/responsib|task|dut/u);
    if (name < 0) return [];
    return rows.map((cells) => ({
      name: plain(cells[name]?.text ?? ''),
      role: plain(cells[role]?.text ?? ''),
      responsibilities: splitCell(cells[duties]?.text ?? ''),
    }));
  });
}

/** A cell lists its items with breaks, as a table in Markdown must. */
function splitCell(text: string): readonly string[] {
  return text
    .split(/<br\s*\/?>/iu)
    .map((item) => plain(item.replace(/^\s*[-•*]\s*/u, '')))
    .filter((item) => item !== '');
}

const models: readonly (readonly [ProgrammeTextName, RegExp])[] = [
  ['operatingModel.team', /^(?:team|people)/iu],
  ['operatingModel.process', /^process/iu],
  ['operatingModel.documentation', /^document/iu],
  ['operatingModel.tools', /^tool/iu],
];

function operatingModelIn(tokens: readonly Token[]): FoundProgramme['texts'] {
  const items = itemsIn(tokens);
  return Object.fromEntries(
    models.flatMap(([name, words]) => {
      const item = items.find((each) => words.test(each));
      return item === undefined ? [] : [[name, afterLabel(item)]];
    }),
  );
}

function landscapeIn(tokens: readonly Token[]): FoundProgramme['texts'] {
  const items = itemsIn(tokens);
  const isCompliance = (item: string): boolean => /^(?:compliance|security|privacy)/iu.test(item);
  const compliance = items.filter(isCompliance).map(afterLabel).join('\n');
  const landscape = items.filter((item) => !isCompliance(item)).join('\n');
  return {
    ...(landscape !== '' && { landscape }),
    ...(compliance !== '' && { compliance }),
  };
}

function milestonesIn(tokens: readonly Token[]): FoundProgramme['milestones'] {
  const text = tokens.map(textOf).join(' ');
  return stages
    .filter((stage) => new RegExp(`\\b${stage}\\b`, 'iu').test(text))
    .map((stage) => ({ stage, name: `First use case at ${stage}` }));
}

function itemsIn(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(isList).flatMap(({ items }) => items.map(({ text }) => plain(text)));
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

function textOf(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

function plain(text: string): string {
  return text
    .replace(/[*_`]{1,3}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function afterLabel(item: string): string {
  return capitalised(item.replace(/^[^:]{1,60}:\s*/u, ''));
}
