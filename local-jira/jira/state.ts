import type { Json, JsonObject } from '../../src/domain/use-case/json';

/** A person of the site, or the app's own account. `role` names the place in the person switch. */
export type Person = {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: 'editor' | 'reader' | 'stranger' | 'admin' | 'other' | 'app';
};

export type IssueType = {
  readonly id: string;
  readonly name: string;
  readonly subtask: boolean;
  readonly hierarchyLevel: number;
  /** The team-managed project that the type belongs to; `null` for the site's own types. */
  readonly projectId: string | null;
};

export type Status = {
  readonly id: string;
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
  readonly projectId: string | null;
};

/** Who holds a permission or sees a security level: a project role, or one account. */
export type Holder = { readonly role: string } | { readonly accountId: string };

export type ProjectRole = {
  readonly id: string;
  readonly name: string;
  readonly accountIds: readonly string[];
};

/** A project with its roles and its permission scheme. */
export type Project = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly typeKey: 'software' | 'business' | 'service_desk';
  /** Team-managed; otherwise company-managed. */
  readonly simplified: boolean;
  readonly leadId: string;
  readonly roles: readonly ProjectRole[];
  readonly scheme: Readonly<Record<Permission, readonly Holder[]>>;
};

export const projectPermissions = {
  BROWSE_PROJECTS: 'Browse Projects',
  CREATE_ISSUES: 'Create Issues',
  EDIT_ISSUES: 'Edit Issues',
  DELETE_ISSUES: 'Delete Issues',
  TRANSITION_ISSUES: 'Transition Issues',
  ASSIGN_ISSUES: 'Assign Issues',
  ADD_COMMENTS: 'Add Comments',
  LINK_ISSUES: 'Link Issues',
  SET_ISSUE_SECURITY: 'Set Issue Security',
  ADMINISTER_PROJECTS: 'Administer Projects',
} as const;

export type Permission = keyof typeof projectPermissions;

/** A level of issue security: only its holders see the issues that bear it. */
export type SecurityLevel = {
  readonly id: string;
  readonly name: string;
  readonly projectId: string;
  readonly holders: readonly Holder[];
};

export type Issue = {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly statusId: string;
  readonly summary: string;
  /** An Atlassian document; `null` for none. */
  readonly description: JsonObject | null;
  readonly parentId: string | null;
  readonly assigneeId: string | null;
  readonly reporterId: string | null;
  readonly creatorId: string;
  readonly priorityId: string;
  readonly labels: readonly string[];
  /** The estimate: "Story Points" or, in a team-managed project, "Story point estimate". */
  readonly points: number | null;
  readonly dueDate: string | null;
  readonly securityLevelId: string | null;
  readonly created: string;
  readonly updated: string;
  readonly resolved: string | null;
};

/** One change of one field, as Jira's history tells it. */
export type HistoryItem = {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly fieldId: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
};

/** What one person changed on an issue at one moment. */
export type History = {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly created: string;
  readonly items: readonly HistoryItem[];
};

export type Comment = {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly updaterId: string;
  readonly body: JsonObject;
  readonly created: string;
  readonly updated: string;
};

/** Time that somebody says they spent. */
export type Worklog = {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly seconds: number;
  readonly created: string;
};

/** A file at an issue; local Jira keeps its name, not what is in it. */
export type Attachment = {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly filename: string;
  readonly size: number;
  readonly created: string;
};

export type LinkType = {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
};

/** `outward` reads on the inward issue's side: inwardIssue "blocks" outwardIssue. */
export type Link = {
  readonly id: string;
  readonly typeId: string;
  readonly inwardIssueId: string;
  readonly outwardIssueId: string;
};

/** A value in the app's own storage. `entityName` is `null` for the plain key-value store. */
export type StoredItem = {
  readonly key: string;
  readonly entityName: string | null;
  readonly secret: boolean;
  readonly value: Json;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number | null;
};

/** Everything that local Jira remembers. */
export type State = {
  readonly world: string;
  readonly site: { readonly name: string; readonly cloudId: string };
  readonly people: readonly Person[];
  readonly siteAdmins: readonly string[];
  readonly projects: Readonly<Record<string, Project>>;
  readonly issueTypes: readonly IssueType[];
  readonly statuses: readonly Status[];
  readonly securityLevels: readonly SecurityLevel[];
  readonly linkTypes: readonly LinkType[];
  readonly issues: Readonly<Record<string, Issue>>;
  readonly histories: Readonly<Record<string, readonly History[]>>;
  readonly comments: Readonly<Record<string, readonly Comment[]>>;
  /** Absent in a journal of before. */
  readonly worklogs?: Readonly<Record<string, readonly Worklog[]>>;
  readonly attachments?: Readonly<Record<string, readonly Attachment[]>>;
  readonly links: Readonly<Record<string, Link>>;
  readonly issueProperties: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly projectProperties: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly appStorage: Readonly<Record<string, StoredItem>>;
  /** The highest id given out, of anything; and the highest issue number, by project. */
  readonly lastId: number;
  readonly lastNumbers: Readonly<Record<string, number>>;
};
