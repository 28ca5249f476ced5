import type { Person } from '../../local-jira/jira/state';
import type { LocalRest } from './local-rest';

/** A request to Jira REST as a test writes it. `raw` is a body that JSON cannot say. */
export type Asked = {
  readonly role?: Person['role'];
  readonly method?: string;
  /** Behind "/rest/api/3". */
  readonly path: string;
  readonly body?: unknown;
  readonly raw?: string;
  /** `null` asks as an ordinary client, which needs none. */
  readonly scopes?: readonly string[] | null;
};

/** Asks, and gives status and body. */
export async function ask(
  local: LocalRest,
  { role = 'editor', method = 'GET', path, body, raw, scopes = null }: Asked,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const answer = await local.as(role, scopes)(`/rest/api/3${path}`, {
    method,
    ...(text !== undefined && { body: text }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
