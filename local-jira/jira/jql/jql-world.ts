import type { IndexedProperty } from '../operation';
import type { Issue, State } from '../state';

/** What a query is judged on: the indexed state, as one person, at one moment. */
export type JqlWorld = {
  readonly state: State;
  readonly accountId: string;
  readonly now: number;
  readonly indexedProperties: readonly IndexedProperty[];
};

export type Matcher = (issue: Issue) => boolean;

/** Operators with a value, after negations were worked into them. */
export type Operator =
  '=' | '!=' | 'in' | 'not in' | '~' | '!~' | '<' | '<=' | '>' | '>=' | 'is' | 'is not';

/** A value on the right of an operator. Functions give several; `empty` stands for no value. */
export type Value = {
  readonly text: string;
  readonly empty: boolean;
  /** An id that a function found: it is not looked up again, and cannot be unknown. */
  readonly found?: boolean;
};

/** A field of JQL: which operators it takes, how it matches, and how it sorts. */
export type JqlField = {
  readonly names: readonly string[];
  readonly operators: readonly Operator[];
  readonly matcher: (
    world: JqlWorld,
    field: string,
    operator: Operator,
    values: readonly Value[],
  ) => Matcher;
  readonly sortKey?: (world: JqlWorld) => (issue: Issue) => string | number | null;
};
