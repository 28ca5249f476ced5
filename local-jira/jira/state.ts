import type { Json } from '../../src/domain/use-case/json';

/** A person of the site. `switch` names the role that the person switch offers. */
export type Person = {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: 'editor' | 'reader' | 'stranger' | 'admin' | 'other';
};

export type IssueType = {
  readonly id: string;
  readonly name: string;
  readonly subtask: boolean;
  readonly hierarchyLevel: number;
};

export type Status = {
  readonly id: string;
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
};

/** A project with its permission grants, each a list of account ids. */
export type Project = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly typeKey: 'software' | 'business' | 'service_desk';
  readonly simplified: boolean;
  readonly leadId: string;
  readonly grants: Readonly<Record<Permission, readonly string[]>>;
};

export type Permission =
  'BROWSE_PROJECTS' | 'EDIT_ISSUES' | 'DELETE_ISSUES' | 'ADMINISTER_PROJECTS';

export type Issue = {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly statusId: string;
  readonly summary: string;
  /** Paragraphs; a line that starts with "- " is a list item. */
  readonly description: readonly string[];
  readonly parentId: string | null;
  readonly assigneeId: string | null;
  readonly reporterId: string;
  readonly labels: readonly string[];
  readonly points: number | null;
  readonly created: string;
  readonly updated: string;
};

/** Everything that local Jira remembers. */
export type State = {
  readonly world: string;
  readonly site: { readonly name: string; readonly cloudId: string };
  readonly people: readonly Person[];
  readonly projects: Readonly<Record<string, Project>>;
  readonly issueTypes: readonly IssueType[];
  readonly statuses: readonly Status[];
  readonly issues: Readonly<Record<string, Issue>>;
  readonly issueProperties: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly projectProperties: Readonly<Record<string, Readonly<Record<string, Json>>>>;
};

/** One completed change, as the journal keeps it. */
export type Entry =
  | {
      readonly op: 'put-issue-property';
      readonly issueIds: readonly string[];
      readonly key: string;
      readonly value: Json;
    }
  | { readonly op: 'delete-issue-property'; readonly issueId: string; readonly key: string }
  | {
      readonly op: 'put-project-property';
      readonly projectId: string;
      readonly key: string;
      readonly value: Json;
    }
  | { readonly op: 'delete-issue'; readonly issueId: string }
  | {
      readonly op: 'grant';
      readonly projectId: string;
      readonly permission: Permission;
      readonly accountIds: readonly string[];
    };

/** The state after a change. Pure, so that the journal replays to the same state. */
export function applyEntry(state: State, entry: Entry): State {
  switch (entry.op) {
    case 'put-issue-property': {
      const issueProperties = { ...state.issueProperties };
      for (const id of entry.issueIds) {
        issueProperties[id] = { ...issueProperties[id], [entry.key]: entry.value };
      }
      return { ...state, issueProperties };
    }
    case 'delete-issue-property': {
      const kept = without(state.issueProperties[entry.issueId] ?? {}, entry.key);
      return { ...state, issueProperties: { ...state.issueProperties, [entry.issueId]: kept } };
    }
    case 'put-project-property': {
      const properties = { ...state.projectProperties[entry.projectId], [entry.key]: entry.value };
      return {
        ...state,
        projectProperties: { ...state.projectProperties, [entry.projectId]: properties },
      };
    }
    case 'delete-issue':
      return {
        ...state,
        issues: without(state.issues, entry.issueId),
        issueProperties: without(state.issueProperties, entry.issueId),
      };
    case 'grant':
      return withGrant(state, entry);
  }
}

function withGrant(state: State, entry: Extract<Entry, { op: 'grant' }>): State {
  const project = state.projects[entry.projectId];
  if (project === undefined) return state;
  const grants = { ...project.grants, [entry.permission]: entry.accountIds };
  return { ...state, projects: { ...state.projects, [project.id]: { ...project, grants } } };
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
