/** A person of the site, as the person switch shows them. */
export type SessionPerson = {
  readonly accountId: string;
  readonly displayName: string;
  readonly role: 'editor' | 'reader' | 'stranger' | 'admin';
};

export type ProjectLine = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly typeKey: string;
};

export type Session = {
  readonly site: { readonly name: string };
  readonly person: SessionPerson;
  readonly people: readonly SessionPerson[];
  readonly frameOrigin: string;
  readonly frameAttributes: { readonly sandbox: string; readonly allow: string };
  readonly projects: readonly ProjectLine[];
};

type PersonAnswer = { readonly displayName: string } | null;

/** The fields of an issue that the pages show, in Jira's shape. */
export type IssueLine = {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly issuetype: { readonly name: string };
    readonly status: { readonly name: string; readonly statusCategory: { readonly key: string } };
    readonly project: ProjectLine & { readonly projectTypeKey: string };
    readonly parent: { readonly key: string; readonly fields: { readonly summary: string } } | null;
    readonly assignee: PersonAnswer;
    readonly reporter: PersonAnswer;
    readonly labels: readonly string[];
  };
};

/** An app's module as it stands at a place. */
export type Surface = {
  readonly key: string;
  readonly title: string;
  readonly label?: string;
  readonly resource: string;
  readonly path: string;
  readonly place: object;
  readonly context: Readonly<Record<string, unknown>>;
};

export type IssuePage =
  | { readonly found: false }
  | {
      readonly found: true;
      readonly issue: IssueLine & {
        readonly points: number | null;
        readonly paragraphs: readonly string[];
      };
      readonly children: readonly IssueLine[];
      readonly modules: readonly Surface[];
    };

export type ProjectPage =
  | { readonly found: false }
  | {
      readonly found: true;
      readonly project: ProjectLine;
      readonly mayAdminister: boolean;
      readonly issues: readonly IssueLine[];
      readonly modules: readonly Surface[];
    };

const personKey = 'local-jira-person';

/** The role that this tab acts as. Each tab keeps its own, so that two people can work side by side. */
export function currentRole(): string {
  const asked = new URLSearchParams(location.search).get('as');
  if (asked !== null) sessionStorage.setItem(personKey, asked);
  return asked ?? sessionStorage.getItem(personKey) ?? 'editor';
}

/** Acts as another person from now on. */
export function switchPerson(role: string): void {
  sessionStorage.setItem(personKey, role);
  const url = new URL(location.href);
  url.searchParams.delete('as');
  location.assign(url);
}

/** Asks the site as the tab's person. */
export async function askSite<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set('x-local-person', currentRole());
  const response = await fetch(path, { ...init, headers });
  return (await response.json()) as Answer;
}
