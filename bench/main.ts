import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBulk } from './measure-bulk';
import { measureFidelity } from './measure-fidelity';
import { measureImport } from './measure-import';
import { measurePanel } from './measure-panel';
import { measureQuadrant } from './measure-quadrant';
import { measureScores } from './measure-scores';
import { measureRoundtrip } from './measure-roundtrip';
import { measureSaves } from './measure-saves';
import { measureTexts } from './measure-texts';

/** A sentence for the person who asked, instead of a stack. */
class BenchProblem extends Error {
  constructor(
    sentence: string,
    readonly status = 1,
  ) {
    super(sentence);
  }
}

/** The exit status where a machine lacks what is not part of the repository: no mistake of anybody. */
const absent = 3;

const help = `npm run --silent bench -- NAME [options]

  panel                what the panel loads and a save costs
  import --file FILE   what is read out of a text
  roundtrip --issues N what an export and its import lose
  bulk --issues N      what a change of many issues costs beside two other editors, and its undoing
  saves                what a person is told and what is stored, for each fault of Jira and storage
  quadrant --issues N[,N]  what the picture of value and effort costs, at several sizes
  scores --file FILE   published scores, and ours of the same inputs
  texts                what each language has of the texts, and what they weigh
  fidelity             what the tests ask of local Jira, held to Atlassian's REST document

  --json               one JSON object as the last line
`;

const root = join(__dirname, '..');
// npm runs scripts from the repository; a path is meant from where the person stands.
const here = process.env['INIT_CWD'] ?? process.cwd();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      file: { type: 'string' },
      issues: { type: 'string' },
    },
  });
  const figures = { ...(await measure(positionals[0], values)), ...circumstances() };
  if (values.json) console.log(JSON.stringify(figures));
  else
    console.table(Object.entries(figures).map(([name, value]) => ({ name, value: brief(value) })));
}

type Options = { readonly file?: string | undefined; readonly issues?: string | undefined };

async function measure(name: string | undefined, { file, issues }: Options): Promise<object> {
  const found = measures[name ?? ''];
  if (found === undefined) throw new BenchProblem(help);
  return found({ file, issues });
}

/** The commands by name. */
const measures: Readonly<Record<string, (options: Options) => object | Promise<object>>> = {
  panel: () => measurePanel(root),
  texts: () => measureTexts(root),
  import: ({ file }) => measureImport(pathOf('import', file), file ?? ''),
  scores: ({ file }) =>
    measureScores(pathOf('scores', file)) ?? problem(`No scores are understood in ${file ?? ''}.`),
  quadrant: ({ issues = '300' }) => measureQuadrant(root, issues.split(',').map(countOf)),
  saves: () => measureSaves(),
  bulk: ({ issues = '500' }) => measureBulk(countOf(issues)),
  roundtrip: ({ issues = '500' }) => measureRoundtrip(countOf(issues)),
  fidelity: () =>
    measureFidelity(root) ??
    problem(
      'Atlassian’s REST document is not on this machine; JIRA_OPENAPI can name its folder.',
      absent,
    ),
};

function pathOf(name: string, file: string | undefined): string {
  if (file === undefined) return problem(`${name} needs --file FILE.`);
  const path = resolve(here, file);
  return existsSync(path) ? path : problem(`There is no file ${path}.`);
}

function problem(sentence: string, status?: number): never {
  throw new BenchProblem(sentence, status);
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new BenchProblem(`--issues takes a number, not "${text}".`);
}

function circumstances(): object {
  let commit = 'unknown';
  try {
    commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    // A downloaded archive has no history; the figures hold all the same.
  }
  return { seed: 'retailer', commit, node: process.version };
}

function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

main().catch((error: unknown) => {
  const known = error instanceof BenchProblem || error instanceof TypeError;
  const message = error instanceof Error ? error.message : String(error);
  console.error(known ? message : error);
  process.exit(error instanceof BenchProblem ? error.status : 1);
});
