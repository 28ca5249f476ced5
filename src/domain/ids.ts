/** An issue's numeric id, checked to be one. */
export type IssueId = string & { readonly brand: 'IssueId' };

/** A project's numeric id, checked to be one. */
export type ProjectId = string & { readonly brand: 'ProjectId' };

/** A person's Atlassian account id, as the platform gives it. */
export type AccountId = string & { readonly brand: 'AccountId' };
