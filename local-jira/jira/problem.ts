import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error answer in Jira's own shape. */
export class JiraError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly messages: readonly string[],
    readonly fieldErrors: Readonly<Record<string, string>> = {},
  ) {
    super(messages.join(' '));
  }

  /** The body that Jira sends with it. */
  body(): object {
    return { errorMessages: this.messages, errors: this.fieldErrors };
  }
}

export const noSuchIssue = (): JiraError =>
  new JiraError(404, ['Issue does not exist or you do not have permission to see it.']);

export const noSuchProject = (idOrKey: string): JiraError =>
  new JiraError(404, [`No project could be found with key '${idOrKey}'.`]);

export const noSuchProperty = (key: string): JiraError =>
  new JiraError(404, [`The property with key '${key}' does not exist.`]);

export const noSuchComment = (id: string): JiraError =>
  new JiraError(404, [`Can not find a comment for the id: ${id}.`]);

export const noSuchLink = (id: string): JiraError =>
  new JiraError(404, [`No issue link with id '${id}' exists.`]);

export const noSuchUser = (): JiraError =>
  new JiraError(404, ['Specified user does not exist or you do not have required permissions']);

export const forbidden = (message: string): JiraError => new JiraError(403, [message]);

/** Fields that were refused, each with its reason. */
export const refusedFields = (errors: Readonly<Record<string, string>>): JiraError =>
  new JiraError(400, [], errors);
