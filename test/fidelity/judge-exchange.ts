import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Exchange } from '../../local-jira/jira/traffic';
import type { DocumentedOperation, RestDocument } from './openapi';

/** What was held to Atlassian's document, and what of it did not hold. */
export type Judgement = {
  readonly requestChecked: boolean;
  readonly answerChecked: boolean;
  readonly problems: readonly string[];
};

const unjudged: Judgement = { requestChecked: false, answerChecked: false, problems: [] };

/**
 * Holds one request and its answer to Atlassian's document: the scopes, the parameters and the body
 * of what was done, the status and the shape of what was answered. What a test put in, and what local
 * Jira says that it cannot do, is not judged.
 */
export function judgeExchange(document: RestDocument, exchange: Exchange): Judgement {
  const { operationId, status, injected } = exchange;
  if (operationId === null || injected || status === 501) return unjudged;
  const operation = document.operations.get(operationId);
  if (operation === undefined) {
    return { ...unjudged, problems: [`${operationId} is not in the document`] };
  }
  const scopes = scopeProblems(operation, exchange);
  if (isScopeRefusal(exchange)) {
    return { requestChecked: true, answerChecked: true, problems: scopes };
  }
  const problems = [
    ...scopes,
    ...requestProblems(operation, exchange),
    ...answerProblems(document, operation, exchange),
  ];
  return { requestChecked: true, answerChecked: true, problems };
}

function isScopeRefusal({ status, responseBody }: Exchange): boolean {
  return status === 401 && responseBody.includes('scope does not match');
}

function scopeProblems(operation: DocumentedOperation, exchange: Exchange): readonly string[] {
  const { scopes } = exchange;
  if (scopes === null) return [];
  const reach =
    operation.scopes.length === 0 ||
    operation.scopes.some((set) => set.scopes.every((scope) => scopes.includes(scope)));
  if (reach && isScopeRefusal(exchange)) return ['refused although the scopes reach'];
  return reach || isScopeRefusal(exchange) ? [] : ['answered although the scopes do not reach'];
}

/** A request that breaks the document may be refused; it may not be done. */
function requestProblems(
  operation: DocumentedOperation,
  { status, path, requestBody }: Exchange,
): readonly string[] {
  if (status >= 400) return [];
  const { searchParams } = new URL(path, 'http://jira.test');
  const unknown = [...new Set(searchParams.keys())]
    .filter((name) => !operation.queryParameters.includes(name))
    .map((name) => `did a request with the unknown parameter "${name}"`);
  const missing = operation.requiredParameters
    .filter((name) => !searchParams.has(name))
    .map((name) => `did a request without the parameter "${name}"`);
  const validate = operation.validateRequest();
  const body =
    validate === undefined || requestBody === ''
      ? []
      : problemsOf('did a request with a body', validate, requestBody);
  return [...unknown, ...missing, ...body];
}

function answerProblems(
  { validateError }: RestDocument,
  operation: DocumentedOperation,
  { status, responseBody }: Exchange,
): readonly string[] {
  if (!operation.statuses.includes(String(status))) {
    return [`answered ${String(status)}, which the document does not know`];
  }
  const documented = operation.validateAnswer(status);
  const what = `answered ${String(status)} with a body`;
  // A request that is refused as a whole gets Jira's error, also where single failures have a shape.
  const error = status >= 400 ? problemsOf(what, validateError, responseBody) : undefined;
  if (documented === undefined || error?.length === 0) return error ?? [];
  if (responseBody === '' && status === 204) return [];
  return problemsOf(what, documented, responseBody);
}

function problemsOf(what: string, validate: ValidateFunction, text: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [`${what} that is no JSON`];
  }
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${what}: ${told(error)}`);
}

function told({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath || 'it'} ${message ?? ''} ${JSON.stringify(params)}`;
}
