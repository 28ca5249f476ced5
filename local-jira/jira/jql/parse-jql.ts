import { JastBuilder, JQLSyntaxError, type Jast, type Query } from '@atlaskit/jql-ast';
import { JiraError } from '../problem';

/** A query with what it restricts and how it sorts; either may be missing. */
export type ParsedJql = Pick<Query, 'where' | 'orderBy'>;

/** Parses JQL with Atlassian's own grammar, or refuses it in Jira's words. */
export function parseJql(jql: string): ParsedJql {
  const { query, errors } = parse(jql);
  const [error] = errors;
  if (error !== undefined) throw new JiraError(400, [wordsFor(error, jql)]);
  return { where: query?.where, orderBy: query?.orderBy };
}

function parse(jql: string): Jast {
  try {
    // A builder of its own for each query: one that met an error does not recover.
    return new JastBuilder().build(jql);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new JiraError(400, ['The JQL query is too complex to be read.']);
  }
}

function wordsFor(error: Error, jql: string): string {
  return `Error in the JQL Query: ${
    error instanceof JQLSyntaxError ? expectation(error, jql) : error.message
  }`;
}

const operators = "'=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'";

/** What may be expected, by what the grammar names; the first that fits is told. */
const expectations: readonly {
  readonly fits: (expected: string) => boolean;
  readonly what: string;
  /** What to do about the word that stands there instead. */
  readonly advice?: (got: string) => string;
}[] = [
  {
    fits: (expected) => expected.includes("'!='"),
    what: 'operator',
    advice: () => ` The valid operators are ${operators}.`,
  },
  {
    fits: (expected) => expected.includes('CUSTOMFIELD'),
    what: 'a field name',
    advice: (got) => ` You must surround '${got}' in quotation marks to use it as a field name.`,
  },
  {
    fits: (expected) => expected.includes('POSNUMBER'),
    what: 'either a value, list or function',
    advice: (got) => ` You must surround '${got}' in quotation marks to use it as a value.`,
  },
  { fits: (expected) => /ORDER|<EOF>/u.test(expected), what: "either 'OR' or 'AND'" },
  { fits: (expected) => expected === 'EMPTY', what: "either 'EMPTY' or 'NULL'" },
];

function expectation(error: JQLSyntaxError, jql: string): string {
  const { start, stop, line, charPositionInLine } = error;
  const [, expected = ''] = error.message.split('expecting ');
  const got = jql.slice(start, stop === start ? stop + 1 : stop);
  const place = ` (line ${String(line)}, character ${String(charPositionInLine + 1)})`;
  if (/^(?:"[^"]*|'[^']*)$/u.test(got)) {
    return `The quoted string '${got.slice(1)}' has not been completed.${place}`;
  }
  const found = expectations.find(({ fits }) => fits(expected));
  if (found === undefined) return `${error.message}.${place}`;
  return toldAs(found, got, place);
}

function toldAs(
  { what, advice }: (typeof expectations)[number],
  got: string,
  place: string,
): string {
  if (got.trim() !== '') {
    return `Expecting ${what} but got '${got}'.${advice?.(got) ?? ''}${place}`;
  }
  const operatorsToo = what === 'operator' ? (advice?.('') ?? '') : '';
  return `Expecting ${what} before the end of the query.${operatorsToo}`;
}
