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
  readonly simplified: boolean;
  readonly mayAdminister: boolean;
  /** The app's pages in the project. */
  readonly pages: readonly { readonly key: string; readonly title: string }[];
};

export type Session = {
  readonly world: string;
  readonly site: { readonly name: string };
  readonly person: SessionPerson;
  readonly people: readonly SessionPerson[];
  readonly frameOrigin: string;
  readonly frameAttributes: { readonly sandbox: string; readonly allow: string };
  readonly projects: readonly ProjectLine[];
};

/** An app's module as it stands at a place. */
export type Surface = {
  readonly key: string;
  readonly title: string;
  readonly label?: string;
  readonly resource: string;
  readonly pages: readonly { readonly title: string; readonly route: string }[];
  readonly path: string;
  readonly place: object;
  readonly context: Readonly<Record<string, unknown>>;
};

export type IssueSurfaces =
  { readonly found: false } | { readonly found: true; readonly surfaces: readonly Surface[] };

export type ProjectSurfaces =
  | { readonly found: false }
  | {
      readonly found: true;
      readonly mayAdminister: boolean;
      readonly pages: readonly Surface[];
      readonly settings: readonly Surface[];
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
  return (await (await fetchAsPerson(path, init)).json()) as Answer;
}

/** The site's answer as it comes, for who wants to know its status. */
export function fetchAsPerson(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('x-local-person', currentRole());
  return fetch(path, { ...init, headers });
}
