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
    if (error instanceof JiraError && error.status === 400) return error.messages;
    throw error;
  }
}
