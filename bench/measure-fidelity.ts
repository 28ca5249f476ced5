import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '../local-jira/jira/rest';
import type { Exchange, TrafficLine } from '../local-jira/jira/traffic';
import { judgeExchange } from '../test/fidelity/judge-exchange';
import { openapiPath, readDocument } from '../test/fidelity/openapi';
import { findBrowser } from '../tools/find-browser.mjs';

/** What a run of the tests met, held to Atlassian's REST document. */
export type Fidelity = {
  /** Operations of Jira REST that were asked for. */
  readonly operations: number;
  readonly requestsChecked: number;
  readonly answersChecked: number;
  /** Requests or answers that Atlassian's document does not allow. */
  readonly failing: number;
  /** Commands of the bridge, and kinds of events, that were met. */
  readonly bridgeCommands: number;
  readonly events: number;
  readonly notAskedFor: readonly string[];
  readonly failures: readonly string[];
};

/**
 * Judges the traffic that NORTHSTAR_TRAFFIC holds; where it holds none, runs all tests first and
 * judges what they asked of local Jira. Undefined where Atlassian's document is not on this machine.
 */
export function measureFidelity(root: string): Fidelity | undefined {
  if (openapiPath === undefined) return undefined;
  const recorded = process.env['NORTHSTAR_TRAFFIC'];
  if (recorded !== undefined && existsSync(recorded)) return judge(openapiPath, recorded);
  const folder = mkdtempSync(join(tmpdir(), 'northstar-traffic-'));
  try {
    runTests(root, folder);
    return judge(openapiPath, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runTests(root: string, folder: string): void {
  const browser = findBrowser();
  const env = {
    ...process.env,
    NORTHSTAR_TRAFFIC: folder,
    ...(browser !== undefined && { NORTHSTAR_BROWSER: browser }),
  };
  const commands = [
    ['node', 'tools/build.mjs'],
    ['node', 'node_modules/jest/bin/jest.js', '--silent'],
    ['node', 'node_modules/@playwright/test/cli.js', 'test'],
  ] as const;
  for (const [command, ...args] of commands) {
    const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'ignore' });
    if (status !== 0) throw new TypeError(`The tests do not pass: ${args.join(' ')}.`);
  }
}

function judge(documentPath: string, folder: string): Fidelity {
  const document = readDocument(documentPath);
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TrafficLine);
  const exchanges = lines.flatMap((line) => (line.kind === 'rest' ? [line.exchange] : []));
  const judged = exchanges.map((exchange) => ({ exchange, ...judgeExchange(document, exchange) }));
  const failing = judged.filter(({ problems }) => problems.length > 0);
  const asked = new Set(
    judged.flatMap(({ answerChecked, exchange }) =>
      answerChecked && exchange.status < 400 ? [exchange.operationId] : [],
    ),
  );
  const distinct = (values: readonly string[]): number => new Set(values).size;
  return {
    operations: asked.size,
    requestsChecked: judged.filter(({ requestChecked }) => requestChecked).length,
    answersChecked: judged.filter(({ answerChecked }) => answerChecked).length,
    failing: failing.length,
    bridgeCommands: distinct(
      lines.flatMap((line) => (line.kind === 'bridge' ? [line.command] : [])),
    ),
    events: distinct(lines.flatMap((line) => (line.kind === 'event' ? [line.eventType] : []))),
    notAskedFor: operations
      .map(({ operationId }) => operationId)
      .filter((operationId) => !asked.has(operationId)),
    failures: failing.slice(0, 20).map(({ exchange, problems }) => told(exchange, problems)),
  };
}

function told({ method, path, status }: Exchange, problems: readonly string[]): string {
  return `${method} ${path} ${String(status)}: ${problems[0] ?? ''}`;
}
