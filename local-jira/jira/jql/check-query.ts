import type { Call } from '../operation';
import { JiraError } from '../problem';
import { parseJql } from './parse-jql';
import { searchIssues } from './search-issues';

/** What is wrong with a query, in Jira's words; nothing for a good one. */
export function checkQuery(call: Call, jql: string): readonly string[] {
  try {
    searchIssues(call, parseJql(jql), []);
    return [];
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    // What local Jira does not evaluate is well formed all the same.
    return error.status === 501 ? [] : error.messages;
  }
}
