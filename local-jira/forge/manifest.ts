import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as v from 'valibot';
import type { IndexedProperty } from '../jira/operation';

const surfaceSchema = v.object({
  key: v.string(),
  title: v.string(),
  label: v.optional(v.string()),
  resource: v.string(),
  pages: v.optional(v.array(v.object({ title: v.string(), route: v.string() })), []),
  resolver: v.optional(v.object({ function: v.string() })),
  displayConditions: v.optional(v.unknown()),
});

const triggerSchema = v.object({
  key: v.string(),
  function: v.string(),
  events: v.array(v.string()),
  filter: v.optional(
    v.object({
      ignoreSelf: v.optional(v.boolean(), false),
      expression: v.optional(v.string()),
      onError: v.optional(
        v.picklist(['IGNORE_AND_LOG', 'IGNORE', 'RECEIVE_AND_LOG', 'RECEIVE']),
        'IGNORE_AND_LOG',
      ),
    }),
  ),
  payload: v.optional(v.object({ include: v.object({ propertyPaths: v.array(v.string()) }) })),
});

const indexedValueSchema = v.object({
  path: v.string(),
  type: v.picklist(['number', 'string', 'text', 'user', 'date']),
  searchAlias: v.optional(v.string()),
});

const indexedPropertySchema = v.object({
  propertyKey: v.string(),
  entityType: v.optional(v.string(), 'issue'),
  values: v.array(indexedValueSchema),
});

const entitySchema = v.object({
  name: v.string(),
  attributes: v.record(v.string(), v.object({ type: v.string() })),
  indexes: v.optional(
    v.array(
      v.union([
        v.string(),
        v.object({
          name: v.string(),
          partition: v.optional(v.array(v.string()), []),
          range: v.optional(v.array(v.string()), []),
        }),
      ]),
    ),
    [],
  ),
});

const list = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.array(schema), []);

const manifestSchema = v.object({
  app: v.object({
    id: v.string(),
    storage: v.optional(v.object({ entities: list(entitySchema) }), { entities: [] }),
  }),
  environment: v.optional(
    v.object({
      variables: v.array(v.object({ key: v.string(), default: v.optional(v.string()) })),
    }),
  ),
  modules: v.object({
    'jira:issueContext': list(surfaceSchema),
    'jira:projectPage': list(surfaceSchema),
    'jira:projectSettingsPage': list(surfaceSchema),
    'jira:entityProperty': list(indexedPropertySchema),
    'jira:entityPropertySet': list(v.object({ properties: v.array(indexedPropertySchema) })),
    trigger: list(triggerSchema),
    scheduledTrigger: list(
      v.object({
        key: v.string(),
        function: v.string(),
        interval: v.picklist(['fiveMinute', 'hour', 'day', 'week']),
      }),
    ),
    consumer: list(v.object({ key: v.string(), queue: v.string(), function: v.string() })),
    function: list(
      v.object({
        key: v.string(),
        handler: v.string(),
        timeoutSeconds: v.optional(v.pipe(v.number(), v.maxValue(900))),
      }),
    ),
  }),
  resources: list(v.object({ key: v.string(), path: v.string() })),
  permissions: v.object({ scopes: v.array(v.string()) }),
});

/** The parts of manifest.yml that local Jira acts on. */
export type Manifest = v.InferOutput<typeof manifestSchema>;
export type SurfaceModule = v.InferOutput<typeof surfaceSchema>;
export type TriggerModule = v.InferOutput<typeof triggerSchema>;
export type EntityDefinition = v.InferOutput<typeof entitySchema>;

/** The module types that local Jira can show. */
export type SurfaceType = 'jira:issueContext' | 'jira:projectPage' | 'jira:projectSettingsPage';

/** Reads manifest.yml, with its environment variables put in as the Forge CLI does. */
export function readManifest(root: string): Manifest {
  const text = readFileSync(join(root, 'manifest.yml'), 'utf8');
  const manifest = v.parse(manifestSchema, parse(text));
  const variables = manifest.environment?.variables ?? [];
  const id = variables.reduce(
    (value, variable) =>
      value.replace(`\${${variable.key}}`, process.env[variable.key] ?? variable.default ?? ''),
    manifest.app.id,
  );
  return { ...manifest, app: { ...manifest.app, id } };
}

/** The module types of a manifest that local Jira does not act on; to be said, not to be silent. */
export function modulesNotActedOn(root: string): readonly string[] {
  const raw = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as {
    readonly modules: object;
  };
  const known = Object.keys(manifestSchema.entries.modules.entries);
  return Object.keys(raw.modules).filter((type) => !known.includes(type));
}

/** The values of issue properties that JQL can search. */
export function indexedPropertiesOf({ modules }: Manifest): readonly IndexedProperty[] {
  const sets = modules['jira:entityPropertySet'].flatMap(({ properties }) => properties);
  return [...modules['jira:entityProperty'], ...sets]
    .filter(({ entityType }) => entityType === 'issue')
    .flatMap(({ propertyKey, values }) => values.map((value) => ({ propertyKey, ...value })));
}
