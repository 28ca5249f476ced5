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
  readonly validateAnswer: (status: number) => ValidateFunction | undefined;
};

const file = 'jira-platform-swagger-v3.v3.json';
const folder = process.env['JIRA_OPENAPI'] ?? join(__dirname, '../../../shared/openapi');

/** Where Atlassian's REST document is, or undefined where this machine does not have it. */
export const openapiPath = existsSync(join(folder, file)) ? join(folder, file) : undefined;

type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

type RawOperation = {
  readonly operationId?: string;
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
  readonly 'x-atlassian-oauth2-scopes'?: readonly Scope[];
};

/** Reads the document's operations by their operationId. */
export function readOperations(path: string): ReadonlyMap<string, DocumentedOperation> {
  const document = JSON.parse(readFileSync(path, 'utf8')) as Document;
  // Jira answers some integers as strings where the document says integer: coercion is documented.
  const ajv = addFormats(new Ajv({ strict: false, coerceTypes: true, allErrors: true }));
  const operations = new Map<string, DocumentedOperation>();
  for (const [route, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId === undefined) continue;
      const responses = operation.responses ?? {};
      operations.set(operation.operationId, {
        method: method.toUpperCase(),
        path: route,
        scopes: operation['x-atlassian-oauth2-scopes'] ?? [],
        statuses: Object.keys(responses),
        validateAnswer: (status) => {
          const schema = responses[String(status)]?.content?.['application/json']?.schema;
          return schema && ajv.compile(withComponents(schema, document.components.schemas));
        },
      });
    }
  }
  return operations;
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
