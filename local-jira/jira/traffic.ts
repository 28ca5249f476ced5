import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LoggedRequest } from './request-log';

/** One request and its answer in full, for whoever checks them against Atlassian's documents. */
export type Exchange = LoggedRequest & {
  readonly requestBody: string;
  readonly responseBody: string;
  readonly scopes: readonly string[] | null;
  /** The answer was put in by a test; Jira's document does not answer for it. */
  readonly injected: boolean;
};

/** What a run of local Jira met, besides requests: commands of the bridge and events of Jira. */
export type Traffic = {
  readonly rest: (exchange: Exchange) => void;
  readonly bridge: (command: string) => void;
  readonly event: (eventType: string) => void;
};

export type TrafficLine =
  | { readonly kind: 'rest'; readonly exchange: Exchange }
  | { readonly kind: 'bridge'; readonly command: string }
  | { readonly kind: 'event'; readonly eventType: string };

/**
 * Writes what this process meets to a file of its own in the folder that the environment's
 * NORTHSTAR_TRAFFIC names; nothing where it names none.
 */
export function recordTraffic(folder = process.env['NORTHSTAR_TRAFFIC']): Traffic | undefined {
  if (folder === undefined || folder === '') return undefined;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${String(process.pid)}.jsonl`);
  const write = (line: TrafficLine): void => {
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  return {
    rest: (exchange) => {
      write({ kind: 'rest', exchange });
    },
    bridge: (command) => {
      write({ kind: 'bridge', command });
    },
    event: (eventType) => {
      write({ kind: 'event', eventType });
    },
  };
}
