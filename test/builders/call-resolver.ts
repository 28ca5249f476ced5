import { createApp } from '../../src/app';
import { northstarResolver } from '../../src/resolvers/northstar';
import type { LocalRest } from './local-rest';
import { writePortsOn } from './write-ports';

export type Role = 'editor' | 'reader' | 'stranger' | 'admin';

/** Calls the app as a person, from a page that stands on CDP-8. */
export const call = async (
  local: LocalRest,
  role: Role,
  functionKey: string,
  payload: unknown,
  change: object = {},
) => {
  const app = createApp(writePortsOn(local, role));
  const { issue, project } = local.place('CDP-8');
  const { accountId } = local.person(role);
  const context = { extension: { issue: { id: issue }, project: { id: project } }, ...change };
  return northstarResolver(app)(
    { call: { functionKey, payload }, context },
    { principal: { accountId } },
  );
};
