import * as v from 'valibot';
import { contextFor, type Place } from '../forge/context';
import type { Functions } from '../forge/calls';
import type { Manifest } from '../forge/manifest';
import type { Person } from '../jira/state';
import type { Store } from '../jira/store';

/** What a frame's `invoke` brings with it. */
export const invocationSchema = v.object({
  functionKey: v.string(),
  payload: v.optional(v.unknown()),
  moduleKey: v.string(),
  place: v.union([
    v.object({ type: v.literal('jira:issueContext'), issueId: v.string() }),
    v.object({
      type: v.picklist(['jira:projectPage', 'jira:projectSettingsPage']),
      projectId: v.string(),
    }),
  ]),
});

export type Invocation = v.InferOutput<typeof invocationSchema>;

/** Calls the resolver of a surface, with the platform's context of the place where it stands. */
export async function invokeResolver(
  site: {
    readonly manifest: Manifest;
    readonly store: Store;
    readonly functions: Functions;
    readonly origin: () => string;
  },
  person: Person,
  asked: Invocation,
): Promise<object> {
  const { manifest, store, functions, origin } = site;
  const module = manifest.modules[asked.place.type].find(({ key }) => key === asked.moduleKey);
  if (module?.resolver === undefined) {
    return { error: `No resolver for "${asked.moduleKey}" in manifest.yml.` };
  }
  const context = contextFor(store.state(), {
    siteUrl: origin(),
    accountId: person.accountId,
    place: asked.place,
    moduleKey: asked.moduleKey,
  });
  try {
    const body = await functions.invokeResolver({
      functionKey: asked.functionKey,
      resolverFunction: module.resolver.function,
      payload: asked.payload,
      // An issue that was deleted meanwhile still gave the frame its context; so it does here.
      context: context ?? deletedContext(asked, person),
      accountId: person.accountId,
    });
    return { body };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: `There was an error invoking the function - ${message}` };
  }
}

function deletedContext(
  { place, moduleKey }: { readonly place: Place; readonly moduleKey: string },
  person: Person,
): Record<string, unknown> {
  const issue = place.type === 'jira:issueContext' ? { issue: { id: place.issueId } } : {};
  return {
    accountId: person.accountId,
    moduleKey,
    extension: { type: place.type, ...issue, project: { id: '0' } },
  };
}
