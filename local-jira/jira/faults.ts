import type { Timers } from '../forge/timers';

/** What is answered instead: a status, a page of a proxy, an empty body, or nothing at all. */
export const faultAnswers = [
  400,
  401,
  403,
  404,
  409,
  413,
  429,
  500,
  503,
  'html',
  'empty',
  'none',
] as const;
export type FaultAnswer = (typeof faultAnswers)[number];

/**
 * When a fault strikes: instead of doing what was asked, after doing it, or so many seconds before it is
 * done; `slow` does it and answers truly, but later; the last two end the function that asked.
 */
export const faultMoments = [
  'before',
  'after',
  'late',
  'slow',
  'crash-before',
  'crash-after',
] as const;

/**
 * A fault to inject into the next requests of an operation of Jira REST, or of the app's storage, named
 * as `storage:entity/set`.
 */
export type Fault = {
  readonly operationId: string;
  readonly when: (typeof faultMoments)[number];
  readonly status: FaultAnswer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly seconds?: number;
  readonly times: number;
};

/** The faults that are still to come. */
export type Faults = {
  readonly inject: (fault: Fault) => void;
  readonly take: (operationId: string) => Fault | undefined;
  /** How many are still waiting, and how many struck: a test whose fault did not strike shows nothing. */
  readonly waiting: () => number;
  readonly struck: () => number;
  readonly clear: () => void;
};

export function createFaults(): Faults {
  let waiting: Fault[] = [];
  let struck = 0;
  return {
    inject: (fault) => {
      waiting = [...waiting, fault];
    },
    take: (operationId) => {
      const fault = waiting.find((each) => each.operationId === operationId);
      if (fault === undefined) return undefined;
      struck += 1;
      waiting = waiting
        .map((each) => (each === fault ? { ...each, times: each.times - 1 } : each))
        .filter(({ times }) => times > 0);
      return fault;
    },
    waiting: () => waiting.length,
    struck: () => struck,
    clear: () => {
      waiting = [];
    },
  };
}

/** The request was not answered: the connection broke. */
export class NoAnswer extends Error {}

/** The process of the function that asked has ended. */
export class Crash extends Error {}

/** Lets a fault strike. Rejects with `NoAnswer` or `Crash` where nothing is answered. */
export async function strike(
  fault: Fault,
  perform: () => Response | Promise<Response>,
  { after }: Pick<Timers, 'after'>,
): Promise<Response> {
  const milliseconds = 1_000 * (fault.seconds ?? 0);
  switch (fault.when) {
    case 'before':
      return answerOf(fault);
    case 'after':
      await perform();
      return answerOf(fault);
    case 'late':
      after(milliseconds, () => void perform());
      return answerOf(fault);
    case 'slow': {
      const answer = await perform();
      await new Promise<void>((resolve) => {
        after(milliseconds, resolve);
      });
      return answer;
    }
    case 'crash-before':
      throw new Crash();
    case 'crash-after':
      await perform();
      throw new Crash();
  }
}

function answerOf({ status, headers = {} }: Fault): Response {
  if (status === 'none') throw new NoAnswer('The connection was reset.');
  if (status === 'empty') return new Response('', { status: 200, headers });
  if (status === 'html') {
    const type = { 'content-type': 'text/html; charset=utf-8' };
    return new Response('<!doctype html><title>Sign in</title>', {
      headers: { ...type, ...headers },
    });
  }
  const body = { errorMessages: [`Injected answer ${String(status)}.`], errors: {} };
  const type = { 'content-type': 'application/json;charset=UTF-8' };
  return new Response(JSON.stringify(body), { status, headers: { ...type, ...headers } });
}
