import type { Context } from 'hono';
import type { Person, State } from '../jira/state';

/** What Jira answers to who does not say who they are. */
export const unauthenticated = {
  message: 'Client must be authenticated to access this resource.',
  'status-code': 401,
} as const;

/**
 * Who asks: a person of the switch or an account id, named in a header by the pages of this site;
 * or, as any client of Jira's REST API does it, an e-mail address in Basic authentication.
 */
export function personAsking(request: Context, state: State): Person | undefined {
  const named = request.req.header('x-local-person');
  if (named !== undefined) {
    return state.people.find(({ role, accountId }) => role === named || accountId === named);
  }
  const [, encoded] = /^Basic (.+)$/u.exec(request.req.header('authorization') ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [email = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return state.people.find((person) => person.email === email && person.role !== 'app');
}
