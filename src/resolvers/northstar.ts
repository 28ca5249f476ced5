import { makeResolver } from '@forge/resolver';
import type { App } from '../app';
import type { AppApi } from '../contract';
import { issueCalls } from './issue-calls';
import { projectCalls } from './project-calls';

/** Every call that the surfaces make, each parsed, placed and run as the viewer. */
export function northstarResolver(app: App): ReturnType<typeof makeResolver> {
  return makeResolver<AppApi>({ ...issueCalls(app), ...projectCalls(app) });
}
