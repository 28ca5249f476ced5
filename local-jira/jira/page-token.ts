import { isJsonObject, type Json } from '../../src/domain/use-case/json';
import type { Call } from './operation';
import { JiraError } from './problem';

/** How long Jira honours a page token: seven days. */
export const tokenLife = 7 * 24 * 60 * 60 * 1000;

/** Where the next page begins: after an item if it is still there, else at a place in the list. */
export type Bookmark = {
  readonly at: number;
  readonly after: string | null;
  /** The query that the token belongs to. */
  readonly query: string;
};

export function writeToken({ clock }: Pick<Call, 'clock'>, bookmark: Bookmark): string {
  return Buffer.from(JSON.stringify({ ...bookmark, made: clock() })).toString('base64url');
}

/** Reads a token back, or refuses one that is foreign, expired, or of another query. */
export function readToken(
  { clock }: Pick<Call, 'clock'>,
  token: string,
  askedQuery: string,
): Bookmark {
  const refused = new JiraError(400, ['The provided next page token is invalid or has expired.']);
  let read: Json;
  try {
    read = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as Json;
  } catch {
    throw refused;
  }
  if (!isJsonObject(read)) throw refused;
  const { at, after = null, query, made } = read;
  const wellFormed =
    typeof at === 'number' && at >= 0 && typeof made === 'number' && query === askedQuery;
  if (!wellFormed || clock() - made > tokenLife) throw refused;
  return { at, after: typeof after === 'string' ? after : null, query };
}
