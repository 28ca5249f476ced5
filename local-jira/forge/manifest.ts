import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as v from 'valibot';

const moduleSchema = v.object({
  key: v.string(),
  title: v.string(),
  label: v.optional(v.string()),
  resource: v.string(),
  resolver: v.object({ function: v.string() }),
  displayConditions: v.optional(v.unknown()),
});

const manifestSchema = v.object({
  app: v.object({ id: v.string() }),
  environment: v.optional(
    v.object({
      variables: v.array(v.object({ key: v.string(), default: v.optional(v.string()) })),
    }),
  ),
  modules: v.object({
    'jira:issueContext': v.array(moduleSchema),
    'jira:projectSettingsPage': v.array(moduleSchema),
    function: v.array(v.object({ key: v.string(), handler: v.string() })),
  }),
  resources: v.array(v.object({ key: v.string(), path: v.string() })),
  permissions: v.object({ scopes: v.array(v.string()) }),
});

/** The parts of manifest.yml that local Jira acts on. */
export type Manifest = v.InferOutput<typeof manifestSchema>;
export type SurfaceModule = v.InferOutput<typeof moduleSchema>;

/** The module types that local Jira can show. */
export type SurfaceType = 'jira:issueContext' | 'jira:projectSettingsPage';

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
  return { ...manifest, app: { id } };
}
