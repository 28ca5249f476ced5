import { kvs, WhereConditions } from '@forge/kvs';
import { proposalsKept, readProposal, type Proposal } from '../../domain/programme/proposal';
import type { ProjectId } from '../../ports/ids';
import type { Proposals } from '../../ports/proposals';
import { answered } from './answered';

/** Proposals in Forge's own store, one key for each. */
export const kvsProposals: Proposals = {
  list: (project) =>
    answered(async () => {
      const found = await kvs
        .query()
        .where('key', WhereConditions.beginsWith(keyOf(project, '')))
        .limit(proposalsKept)
        .getMany<Proposal>();
      return found.results.flatMap(({ value }) => readProposal(value) ?? []);
    }),
  add: (project, proposal) =>
    answered(async () => {
      await kvs.set(keyOf(project, proposal.id), proposal);
      return null;
    }),
  remove: (project, id) =>
    answered(async () => {
      await kvs.delete(keyOf(project, id));
      return null;
    }),
};

function keyOf(project: ProjectId, id: string): string {
  return `proposal:${project}:${id}`;
}
