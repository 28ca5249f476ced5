import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import type { App } from '../app';
import { calls, type AppApi, type AppError, type CallName, type CallTarget } from '../contract';
import type { Result } from '../domain/result';
import type { AccountId, IssueId } from '../domain/ids';
import { guard } from './guard';
import { readIssueContext, readPersonInProject } from './read-context';

/** Every call of the contract, each parsed, placed and run as the viewer. */
export function northstarResolver(app: App): ReturnType<typeof makeResolver> {
  const names = Object.keys(calls) as CallName[];
  const resolvers = names.map((name) => [name, resolverOf(app, name)] as const);
  return makeResolver<AppApi>(Object.fromEntries(resolvers) as never);
}

type Placed = { readonly place: unknown; readonly viewer: AccountId };

/** Where a call takes place and who makes it, from the platform's context. */
const places: Readonly<Record<CallTarget, (context: unknown) => Placed | undefined>> = {
  issue: readIssueContext,
  'named-issue': readProject,
  project: readProject,
};

function readProject(context: unknown): Placed | undefined {
  const found = readPersonInProject(context);
  return found && { place: found.project, viewer: found.viewer };
}

type AnyCall = {
  readonly about: CallTarget;
  readonly payload: v.GenericSchema<unknown, object>;
};

/** The table ties payload, place and view of each call together; here they are of any call. */
type AnyRun = (
  place: unknown,
  viewer: AccountId,
  payload: unknown,
) => Promise<Result<unknown, AppError>>;

function resolverOf(app: App, name: CallName) {
  const { about, payload: schema }: AnyCall = calls[name];
  const run = app[name] as AnyRun;
  return guard({
    parse: (payload) => {
      const parsed = v.safeParse(schema, payload);
      return parsed.success ? parsed.output : undefined;
    },
    place: places[about],
    run: (payload, { place, viewer }) => {
      if (about !== 'named-issue') return run(place, viewer, payload);
      const { issue, ...rest } = payload as { readonly issue: string };
      return run({ issue: issue as IssueId, project: place }, viewer, rest);
    },
  });
}
