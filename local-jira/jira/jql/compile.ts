import type { Clause, Operand, TerminalClause } from '@atlaskit/jql-ast';
import { findField } from './find-field';
import { evaluateFunction } from './jql-functions';
import { noSuchOperator, notEvaluated } from './jql-problems';
import type { JqlWorld, Matcher, Operator, Value } from './jql-world';

/**
 * A clause as a test of one issue. A negation is worked into the operators below it, as Jira does:
 * NOT (a = 1) is a != 1, which leaves issues without a value out.
 */
export function compile(world: JqlWorld, clause: Clause, negated = false): Matcher {
  switch (clause.clauseType) {
    case 'not':
      return compile(world, clause.clause, !negated);
    case 'compound': {
      const matchers = clause.clauses.map((each) => compile(world, each, negated));
      const both = (clause.operator.value === 'and') !== negated;
      return both
        ? (issue) => matchers.every((matches) => matches(issue))
        : (issue) => matchers.some((matches) => matches(issue));
    }
    case 'terminal':
      return compileTerminal(world, clause, negated);
  }
}

const opposites: Readonly<Record<Operator, Operator>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  is: 'is not',
  'is not': 'is',
};

function compileTerminal(world: JqlWorld, clause: TerminalClause, negated: boolean): Matcher {
  const name = clause.operator?.value.toLowerCase() ?? '';
  const field = findField(world, clause.field);
  if (!Object.hasOwn(opposites, name)) throw notEvaluated(`the operator '${name}'`);
  const written = name as Operator;
  const label = clause.field.value;
  if (!field.operators.includes(written)) throw noSuchOperator(written, label);
  const values = clause.operand ? valuesOf(world, clause.operand, label) : [];
  const onlyEmpty = values.length === 1 && values[0]?.empty === true;
  const operator = negated ? opposites[written] : written;
  if (onlyEmpty) return emptiness(world, clause, operator);
  return field.matcher(world, label, operator, values);
}

/** `= EMPTY` and `!= EMPTY` mean what `is` and `is not` mean. */
function emptiness(world: JqlWorld, clause: TerminalClause, operator: Operator): Matcher {
  const field = findField(world, clause.field);
  const positive = ['=', 'in', 'is', '~'].includes(operator);
  const nothing = [{ text: '', empty: true }];
  return field.matcher(world, clause.field.value, positive ? 'is' : 'is not', nothing);
}

function valuesOf(world: JqlWorld, operand: Operand, field: string): readonly Value[] {
  switch (operand.operandType) {
    case 'value':
      return [{ text: operand.value, empty: false }];
    case 'keyword':
      return [{ text: '', empty: true }];
    case 'list':
      return operand.values.flatMap((each) => valuesOf(world, each, field));
    case 'function': {
      const args = operand.arguments.map(({ value }) => value);
      const found = evaluateFunction(world, operand.function.value, args, field);
      return found.map((text) => ({ text, empty: false, found: true }));
    }
  }
}
