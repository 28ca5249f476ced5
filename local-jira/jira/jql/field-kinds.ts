import type { Issue } from '../state';
import { emptySearch, notADate, notANumber, noSuchValue, unreadableText } from './jql-problems';
import type { JqlField, JqlWorld, Matcher, Operator, Value } from './jql-world';
import { dayOf, readMoment, storedMoment } from './moments';
import { matchesText, startsWithWildcard } from './words';

const equality: readonly Operator[] = ['=', '!=', 'in', 'not in', 'is', 'is not'];
const comparison: readonly Operator[] = [...equality, '<', '<=', '>', '>='];
const textual: readonly Operator[] = ['~', '!~', 'is', 'is not'];

type Sorting = JqlField['sortKey'];

/** A field whose values are things with ids: people, projects, statuses, labels. */
export function choiceField(options: {
  readonly names: readonly string[];
  /** The ids that a text stands for; none if it stands for nothing. */
  readonly idsOf: (world: JqlWorld, text: string) => readonly string[];
  readonly of: (world: JqlWorld, issue: Issue) => readonly string[];
  readonly unknown?: (text: string, field: string) => Error;
  readonly rank?: (id: string) => number;
  /** Which values have an order between them; all, if it is not said. */
  readonly comparable?: (world: JqlWorld, left: string, right: string) => boolean;
  readonly sortKey?: Sorting;
}): JqlField {
  const { names, idsOf, of, unknown = noSuchValue, rank, sortKey } = options;
  const { comparable = () => true } = options;
  return {
    names,
    operators: rank === undefined ? equality : comparison,
    matcher: (world, field, operator, values) => {
      const wanted = values.flatMap(({ text, empty, found }) => {
        if (found === true) return [text];
        const ids = empty ? [''] : idsOf(world, text);
        if (ids.length === 0) throw unknown(text, field);
        return ids;
      });
      const held = (issue: Issue): readonly string[] => of(world, issue);
      if (rank !== undefined && isComparison(operator)) {
        const one = wanted[0] ?? '';
        return (issue) =>
          held(issue).some(
            (id) => comparable(world, id, one) && compare(rank(id), operator, rank(one)),
          );
      }
      return equalityMatcher(held, operator, new Set(wanted));
    },
    ...(sortKey && { sortKey }),
  };
}

/** `!=` and `not in` leave issues without a value out, as Jira does. */
function equalityMatcher(
  held: (issue: Issue) => readonly string[],
  operator: Operator,
  wanted: ReadonlySet<string>,
): Matcher {
  const positive = ['=', 'in', 'is'].includes(operator);
  const emptyWanted = wanted.has('');
  if (positive) {
    return (issue) => {
      const values = held(issue);
      return values.length === 0 ? emptyWanted : values.some((value) => wanted.has(value));
    };
  }
  return (issue) => {
    const values = held(issue);
    return values.length > 0 && !values.some((value) => wanted.has(value));
  };
}

/** A field of words. */
export function textField(options: {
  readonly names: readonly string[];
  readonly of: (world: JqlWorld, issue: Issue) => readonly string[];
  readonly sortKey?: Sorting;
}): JqlField {
  const { names, of, sortKey } = options;
  return {
    names,
    operators: textual,
    matcher: (world, field, operator, values) => {
      const texts = (issue: Issue): readonly string[] =>
        of(world, issue).filter((text) => text.trim() !== '');
      if (operator === 'is') return (issue) => texts(issue).length === 0;
      if (operator === 'is not') return (issue) => texts(issue).length > 0;
      const search = values[0]?.text ?? '';
      if (search.trim() === '') throw emptySearch(field);
      if (startsWithWildcard(search)) throw unreadableText(search, field);
      const found = (issue: Issue): boolean =>
        texts(issue).some((text) => matchesText(text, search));
      return operator === '~' ? found : (issue) => texts(issue).length > 0 && !found(issue);
    },
    ...(sortKey && { sortKey }),
  };
}

/** A field of numbers. */
export function numberField(options: {
  readonly names: readonly string[];
  readonly of: (world: JqlWorld, issue: Issue) => readonly number[];
}): JqlField {
  return {
    names: options.names,
    operators: comparison,
    matcher: (world, field, operator, values) =>
      orderedMatcher(
        (issue) => options.of(world, issue),
        operator,
        values.map((value) => (value.empty ? null : numberOf(value, field))),
      ),
    sortKey: (world) => (issue) => options.of(world, issue)[0] ?? null,
  };
}

/** A field of moments, or of days where `days` is set. */
export function momentField(options: {
  readonly names: readonly string[];
  readonly of: (world: JqlWorld, issue: Issue) => readonly string[];
  readonly days?: boolean;
}): JqlField {
  const { names, of, days = false } = options;
  const reckon = (moment: number): number => (days ? storedMoment(dayOf(moment)) : moment);
  const held = (world: JqlWorld, issue: Issue): readonly number[] =>
    of(world, issue)
      .map(storedMoment)
      .filter((moment) => !Number.isNaN(moment));
  return {
    names,
    operators: comparison,
    matcher: (world, field, operator, values) =>
      orderedMatcher(
        (issue) => held(world, issue),
        operator,
        values.map((value) =>
          value.empty ? null : reckon(momentOf(value.text, world.now, field)),
        ),
      ),
    sortKey: (world) => (issue) => held(world, issue)[0] ?? null,
  };
}

function momentOf(text: string, now: number, field: string): number {
  // Functions give milliseconds; people write dates and periods.
  if (/^-?\d{12,}$/u.test(text)) return Number(text);
  const moment = readMoment(text, now);
  if (moment === undefined) throw notADate(text, field);
  return moment;
}

function numberOf({ text }: Value, field: string): number {
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) throw notANumber(text, field);
  return number;
}

function orderedMatcher(
  held: (issue: Issue) => readonly number[],
  operator: Operator,
  wanted: readonly (number | null)[],
): Matcher {
  const one = wanted[0];
  if (isComparison(operator)) {
    return (issue) =>
      one !== null && one !== undefined && held(issue).some((each) => compare(each, operator, one));
  }
  const asText = new Set(wanted.map((each) => (each === null ? '' : String(each))));
  return equalityMatcher((issue) => held(issue).map(String), operator, asText);
}

type Comparison = '<' | '<=' | '>' | '>=';

function isComparison(operator: Operator): operator is Comparison {
  return ['<', '<=', '>', '>='].includes(operator);
}

function compare(left: number, operator: Comparison, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
