import jsep from 'jsep';
import { isJsonObject, type Json } from '../../src/domain/use-case/json';
import { textOfJson } from '../json-text';

/** An expression that cannot be evaluated: not well formed, or about something that is not there. */
export class ExpressionProblem extends Error {}

/** What an expression can speak of. */
export type Variables = {
  readonly event: Json;
  /** The value under `event.runtime`: an entity property by its path; null for none. */
  readonly property: (path: readonly string[]) => Json;
};

/**
 * Evaluates the part of Jira expressions that event filters mostly use: members, `?.`, comparison,
 * logic, arithmetic, `includes`, `length` and literals. Anything else is refused by name.
 */
export function evaluateExpression(source: string, variables: Variables): Json {
  let tree: jsep.Expression;
  try {
    tree = jsep(source);
  } catch (error) {
    throw new ExpressionProblem(error instanceof Error ? error.message : String(error));
  }
  return evaluate(tree, variables);
}

type Optional = { readonly optional?: boolean };

function evaluate(expression: jsep.Expression, variables: Variables): Json {
  const node = expression as jsep.CoreExpression;
  const inner = (part: jsep.Expression): Json => evaluate(part, variables);
  switch (node.type) {
    case 'Literal':
      return node.value as Json;
    case 'Identifier':
      return variable(node.name, variables);
    case 'MemberExpression': {
      const path = runtimePath(node);
      return path === undefined ? member(node, inner) : runtimeValue(path, variables);
    }
    case 'UnaryExpression':
      return unary(node.operator, inner(node.argument));
    case 'BinaryExpression':
      return binary(node, inner);
    case 'ConditionalExpression':
      return inner(node.test) === true ? inner(node.consequent) : inner(node.alternate);
    case 'ArrayExpression':
      return node.elements.map((each) => (each === null ? null : inner(each)));
    case 'CallExpression':
      return called(node, inner);
    default:
      throw new ExpressionProblem(`Local Jira does not evaluate ${node.type} in expressions.`);
  }
}

function variable(name: string, { event }: Variables): Json {
  if (name === 'event') return event;
  throw new ExpressionProblem(`Unrecognized property of \`${name}\`.`);
}

/** The name in `a.name`, or of a literal in `a['name']`. */
function stepOf({ property }: jsep.MemberExpression): string {
  const named = property as { readonly name?: string; readonly value?: unknown };
  return named.name ?? textOfJson(named.value);
}

/** The steps of `event.runtime.issue.properties['key'].a.b` after `runtime`; undefined for another chain. */
function runtimePath(expression: jsep.Expression): readonly string[] | undefined {
  const node = expression as jsep.CoreExpression;
  if (node.type !== 'MemberExpression') return undefined;
  const object = node.object as jsep.CoreExpression;
  if (object.type === 'Identifier') {
    return object.name === 'event' && stepOf(node) === 'runtime' ? [] : undefined;
  }
  const path = runtimePath(object);
  return path && [...path, stepOf(node)];
}

function runtimeValue(path: readonly string[], { property }: Variables): Json {
  if (path.at(-1) === 'length') {
    const list = property(path.slice(0, -1));
    if (Array.isArray(list) || typeof list === 'string') return list.length;
  }
  return property(path);
}

function member(node: jsep.MemberExpression, inner: (part: jsep.Expression) => Json): Json {
  const object = inner(node.object);
  const name = node.computed ? textOfJson(inner(node.property)) : stepOf(node);
  if (name === 'length' && (Array.isArray(object) || typeof object === 'string')) {
    return object.length;
  }
  if (isJsonObject(object) && Object.hasOwn(object, name)) return object[name] ?? null;
  // What may be missing is asked for with "?."; everything else must be there.
  if ((node as Optional).optional === true) return null;
  throw new ExpressionProblem(`Unrecognized property '${name}'.`);
}

function unary(operator: string, value: Json): Json {
  if (operator === '!') return value !== true;
  if (operator === '-' && typeof value === 'number') return -value;
  throw new ExpressionProblem(`Local Jira does not evaluate the operator ${operator}.`);
}

function binary(node: jsep.BinaryExpression, inner: (part: jsep.Expression) => Json): Json {
  const { operator } = node;
  if (operator === '&&') return inner(node.left) === true && inner(node.right) === true;
  if (operator === '||') return inner(node.left) === true || inner(node.right) === true;
  const [left, right] = [inner(node.left), inner(node.right)];
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  return calculated(operator, left, right);
}

function calculated(operator: string, left: Json, right: Json): Json {
  if (operator === '+' && typeof left === 'string') return left + textOfJson(right);
  const calculate = arithmetic[operator];
  if (calculate === undefined) {
    throw new ExpressionProblem(`Local Jira does not evaluate the operator ${operator}.`);
  }
  if (typeof left !== 'number' || typeof right !== 'number') {
    throw new ExpressionProblem(`The operator ${operator} takes numbers.`);
  }
  return calculate(left, right);
}

const arithmetic: Readonly<Record<string, (left: number, right: number) => Json>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function called(node: jsep.CallExpression, inner: (part: jsep.Expression) => Json): Json {
  const callee = node.callee as jsep.CoreExpression;
  const [first] = node.arguments;
  const name = callee.type === 'MemberExpression' ? stepOf(callee) : '';
  if (callee.type !== 'MemberExpression' || name !== 'includes' || first === undefined) {
    throw new ExpressionProblem(`Local Jira does not evaluate the function ${name}.`);
  }
  const object = inner(callee.object);
  const wanted = inner(first);
  if (typeof object === 'string') return object.includes(textOfJson(wanted));
  return Array.isArray(object) && object.includes(wanted);
}
