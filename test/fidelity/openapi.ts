import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Scope = { readonly scopes: readonly string[]; readonly state: string };

/** An operation as Atlassian's document describes it. */
export type DocumentedOperation = {
  readonly method: string;
  readonly path: string;
  readonly scopes: readonly Scope[];
  readonly statuses: readonly string[];
  readonly queryParameters: readonly string[];
  readonly requiredParameters: readonly string[];
  /** Undefined where the document describes no body, or none for the status. */
  readonly validateRequest: () => ValidateFunction | undefined;
  readonly validateAnswer: (status: number) => ValidateFunction | undefined;
};

/** Atlassian's document by operationId, and its shape of an error. */
export type RestDocument = {
  readonly operations: ReadonlyMap<string, DocumentedOperation>;
  readonly validateError: ValidateFunction;
};

const file = 'jira-platform-swagger-v3.v3.json';
const folder = process.env['JIRA_OPENAPI'] ?? join(__dirname, '../../../shared/openapi');

/** Where Atlassian's REST document is, or undefined where this machine does not have it. */
export const openapiPath = existsSync(join(folder, file)) ? join(folder, file) : undefined;

type RawContent = Readonly<Record<string, { readonly schema?: object }>>;
type RawOperation = {
  readonly operationId?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content?: RawContent };
  readonly responses?: Readonly<Record<string, { readonly content?: RawContent }>>;
  readonly 'x-atlassian-oauth2-scopes'?: readonly Scope[];
};
type RawDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

/** Reads Atlassian's document. */
export function readDocument(path: string): RestDocument {
  const document = JSON.parse(readFileSync(path, 'utf8')) as RawDocument;
  // "JsonNode" lists the members of a Java class; what it stands for is any JSON.
  const schemas: RawDocument['components']['schemas'] = {
    ...document.components.schemas,
    JsonNode: {},
  };
  // Jira takes and gives some integers as strings where the document says integer.
  const ajv = addFormats(new Ajv({ strict: false, coerceTypes: true, allErrors: true }));
  const compiled = new Map<object, ValidateFunction>();
  const compile = (schema: object | undefined): ValidateFunction | undefined => {
    if (schema === undefined) return undefined;
    const known = compiled.get(schema) ?? ajv.compile(withComponents(schema, schemas));
    compiled.set(schema, known);
    return known;
  };
  const operations = new Map<string, DocumentedOperation>();
  for (const [route, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const { operationId, parameters = [], responses = {} } = operation;
      if (operationId === undefined) continue;
      const inQuery = parameters.filter((parameter) => parameter.in === 'query');
      operations.set(operationId, {
        method: method.toUpperCase(),
        path: route,
        scopes: operation['x-atlassian-oauth2-scopes'] ?? [],
        statuses: Object.keys(responses),
        queryParameters: inQuery.map(({ name }) => name),
        requiredParameters: inQuery.filter((each) => each.required).map(({ name }) => name),
        validateRequest: () => compile(jsonSchema(operation.requestBody?.content)),
        validateAnswer: (status) => compile(jsonSchema(responses[String(status)]?.content)),
      });
    }
  }
  const error = ajv.compile(withComponents(schemas['ErrorCollection'] ?? {}, schemas));
  return { operations, validateError: error };
}

/** The schema of a body; an empty one describes nothing. */
function jsonSchema(content: RawContent | undefined): object | undefined {
  const schema = content?.['application/json']?.schema;
  return schema && Object.keys(schema).length > 0 ? schema : undefined;
}

/** A schema with just the components that it refers to, directly or through others. */
function withComponents(schema: object, all: Readonly<Record<string, object>>): object {
  const schemas: Record<string, object> = {};
  const gather = (from: object): void => {
    for (const [, name = ''] of JSON.stringify(from).matchAll(
      /"#\/components\/schemas\/([^"]+)"/gu,
    )) {
      const component = all[name];
      if (component === undefined || name in schemas) continue;
      schemas[name] = component;
      gather(component);
    }
  };
  gather(schema);
  return { ...schema, components: { schemas } };
}
