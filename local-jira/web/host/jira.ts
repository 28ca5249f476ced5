import { fetchAsPerson } from './session';

type PersonAnswer = { readonly displayName: string } | null;

export type StatusAnswer = {
  readonly name: string;
  readonly statusCategory: { readonly key: string };
};

type ShortIssue = {
  readonly key: string;
  readonly fields: { readonly summary: string; readonly status: StatusAnswer };
};

export type LinkAnswer = {
  readonly id: string;
  readonly type: { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: ShortIssue;
  readonly outwardIssue?: ShortIssue;
};

/** A node of an Atlassian document. */
export type DocumentNode = {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly DocumentNode[];
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: { readonly href?: string };
  }[];
};

/** An issue as a line of a list shows it, in Jira's shape. */
export type IssueLine = {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly issuetype: { readonly name: string };
    readonly status: StatusAnswer;
    readonly assignee: PersonAnswer;
  };
};

/** An issue as its own page shows it. */
export type WholeIssue = IssueLine & {
  readonly fields: IssueLine['fields'] & {
    readonly priority: { readonly name: string } | null;
    readonly project: { readonly key: string; readonly name: string };
    readonly parent: ShortIssue | null;
    readonly reporter: PersonAnswer;
    readonly labels: readonly string[];
    readonly duedate: string | null;
    readonly security: { readonly name: string } | null;
    readonly customfield_10016?: number | null;
    readonly customfield_10026?: number | null;
    readonly description: DocumentNode | null;
    readonly issuelinks: readonly LinkAnswer[];
    readonly comment: { readonly comments: readonly CommentAnswer[] };
  };
  readonly changelog: { readonly histories: readonly HistoryAnswer[] };
};

export type CommentAnswer = {
  readonly id: string;
  readonly author: PersonAnswer;
  readonly created: string;
  readonly body: DocumentNode;
};

export type HistoryAnswer = {
  readonly id: string;
  readonly author: PersonAnswer;
  readonly created: string;
  readonly items: readonly {
    readonly field: string;
    readonly fromString: string | null;
    readonly toString: string | null;
  }[];
};

export type SearchAnswer = {
  readonly issues: readonly IssueLine[];
  readonly isLast: boolean;
  readonly nextPageToken?: string;
};

/** An answer of Jira REST, or Jira's own words for why there is none. */
export type Answered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly status: number; readonly message: string };

/** Asks Jira REST as the tab's person. */
export async function askJira<Value>(
  path: string,
  init: RequestInit = {},
): Promise<Answered<Value>> {
  const response = await fetchAsPerson(`/rest/api/3${path}`, init);
  const body = (await response.json()) as { errorMessages?: readonly string[] };
  if (response.ok) return { ok: true, value: body as Value };
  const message = body.errorMessages?.join(' ') ?? `Jira answered ${String(response.status)}.`;
  return { ok: false, status: response.status, message };
}

const lineFields = ['summary', 'issuetype', 'status', 'assignee'];

/** A page of the issues that a query finds. */
export function searchJira(jql: string, nextPageToken?: string): Promise<Answered<SearchAnswer>> {
  return askJira('/search/jql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      jql,
      fields: lineFields,
      maxResults: 100,
      ...(nextPageToken !== undefined && { nextPageToken }),
    }),
  });
}
