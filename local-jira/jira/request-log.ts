import type { Identity } from './permissions';

/** One request to Jira REST, as it went. */
export type LoggedRequest = {
  readonly at: number;
  readonly endedAt: number;
  /** How many of the asker's requests were unanswered when it sent this one: 0 begins a new round. */
  readonly underway: number;
  readonly method: string;
  readonly path: string;
  readonly operationId: string | null;
  readonly status: number;
  readonly via: Identity['via'];
  readonly accountId: string;
  readonly responseBytes: number;
};

/** What was asked of Jira REST, oldest first; the oldest are forgotten past a bound. */
export type RequestLog = {
  readonly add: (request: LoggedRequest) => void;
  readonly all: () => readonly LoggedRequest[];
  readonly clear: () => void;
};

export function createRequestLog(bound = 5_000): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    add: (request) => {
      requests = [...requests.slice(-(bound - 1)), request];
    },
    all: () => requests,
    clear: () => {
      requests = [];
    },
  };
}
