import { JastBuilder, JQLSyntaxError, type Query } from '@atlaskit/jql-ast';
import { JiraError } from '../problem';

/** A query with what it restricts and how it sorts; either may be missing. */
export type ParsedJql = Pick<Query, 'where' | 'orderBy'>;

/** Parses JQL with Atlassian's own grammar, or refuses it in Jira's words. */
export function parseJql(jql: string): ParsedJql {
  // A builder of its own for each query: one that met an error does not recover.
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error !== undefined) throw new JiraError(400, [wordsFor(error, jql)]);
  return { where: query?.where, orderBy: query?.orderBy };
}

const operators = "'=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'";

function wordsFor(error: Error, jql: string): string {
  return `Error in the JQL Query: ${
    error instanceof JQLSyntaxError ? expectation(error, jql) : error.message
  }`;
}

/** Jira's words for what the grammar expected, by what it names as expected. */
function expectation(error: JQLSyntaxError, jql: string): string {
  const { start, stop, line, charPositionInLine } = error;
  const [, expected = ''] = error.message.split('expecting ');
  const got = jql.slice(start, stop === start ? stop + 1 : stop);
  const place = `(line ${String(line)}, character ${String(charPositionInLine + 1)})`;
  const ended = got.trim() === '';
  if (/^["']/u.test(got)) {
    return `The quoted string '${got.slice(1)}' has not been completed. ${place}`;
  }
  if (expected.includes("'!='") && ended) {
    return `Expecting operator before the end of the query. The valid operators are ${operators}.`;
  }
  if (expected.includes("'!='")) {
    return `Expecting operator but got '${got}'. The valid operators are ${operators}. ${place}`;
  }
  if (ended) return 'Expecting either a value, list or function before the end of the query.';
  if (/ORDER|<EOF>/u.test(expected)) {
    return `Expecting either 'OR' or 'AND' but got '${got}'. ${place}`;
  }
  return `Expecting either a value, list or function but got '${got}'. You must surround '${got}' in quotation marks to use it as a value. ${place}`;
}
