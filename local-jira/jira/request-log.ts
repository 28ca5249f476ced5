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
  /** The app's surface or function that asked; `null` for a page of Jira or a client. */
  readonly surface: string | null;
  readonly accountId: string;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** What Jira would charge for it against the app's hourly quota. */
  readonly points: number;
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
      requests.push(request);
      if (requests.length > 2 * bound) requests = requests.slice(-bound);
    },
    all: () => requests.slice(-bound),
    clear: () => {
      requests = [];
    },
  };
}
