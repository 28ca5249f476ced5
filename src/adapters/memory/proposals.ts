import type { Proposal } from '../../domain/programme/proposal';
import { success } from '../../domain/result';
import type { Proposals } from '../../ports/proposals';

/** The in-memory twin of the store of proposals. */
export function memoryProposals(): Proposals {
  const kept = new Map<string, Proposal>();
  return {
    list: (project) =>
      Promise.resolve(
        success([...kept].filter(([key]) => key.startsWith(`${project}:`)).map(([, each]) => each)),
      ),
    add: (project, proposal) => {
      kept.set(`${project}:${proposal.id}`, proposal);
      return Promise.resolve(success(null));
    },
    remove: (project, id) => {
      kept.delete(`${project}:${id}`);
      return Promise.resolve(success(null));
    },
  };
}
