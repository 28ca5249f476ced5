import { JiraError } from '../problem';

/** Jira's words for queries that are well formed but mean nothing. */
const refused = (message: string): JiraError => new JiraError(400, [message]);

export const noSuchField = (field: string): JiraError =>
  refused(`Field '${field}' does not exist or you do not have permission to view it.`);

export const noSuchValue = (value: string, field: string): JiraError =>
  refused(`The value '${value}' does not exist for the field '${field}'.`);

export const noSuchIssueFor = (key: string, field: string): JiraError =>
  refused(`An issue with key '${key}' does not exist for field '${field}'.`);

export const noSuchOperator = (operator: string, field: string): JiraError =>
  refused(`The operator '${operator}' is not supported by the '${field}' field.`);

export const noSuchFunction = (name: string): JiraError =>
  refused(`Unable to find JQL function '${name}()'.`);

export const wrongArgument = (name: string, argument: string): JiraError =>
  refused(`The argument '${argument}' for the function '${name}' is not valid.`);

export const emptySearch = (field: string): JiraError =>
  refused(`The field '${field}' does not support searching for an empty string.`);

export const unreadableText = (text: string, field: string): JiraError =>
  refused(`Unable to parse the text '${text}' for field '${field}'.`);

export const notADate = (value: string, field: string): JiraError =>
  refused(
    `Date value '${value}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );

export const notANumber = (value: string, field: string): JiraError =>
  refused(`Value '${value}' for field '${field}' is not a number.`);

export const noOrder = (field: string): JiraError =>
  refused(`Not able to sort using field '${field}'.`);

/** What JQL has and local Jira does not evaluate: said loudly rather than answered wrongly. */
export const notEvaluated = (what: string): JiraError =>
  new JiraError(501, [`Local Jira does not evaluate ${what} in JQL yet.`]);
