import { readProposal, type Proposal } from '../../domain/programme/proposal';
import type { ProjectId } from '../../ports/ids';
import type { Proposals } from '../../ports/proposals';
import { answered } from './answered';
import { changeList, readList } from './kvs-lists';

/** Proposals in Forge's own store, one list for each project. */
export const kvsProposals: Proposals = {
  list: (project) => answered(async () => proposalsIn(await readList(keyOf(project)))),
  add: (project, proposal) =>
    answered(async () => {
      await changeList(keyOf(project), (items) => [...without(items, proposal.id), proposal]);
      return null;
    }),
  remove: (project, id) =>
    answered(async () => {
      await changeList(keyOf(project), (items) => without(items, id));
      return null;
    }),
};

function proposalsIn(items: readonly unknown[]): readonly Proposal[] {
  return items.flatMap((item) => readProposal(item) ?? []);
}

function without(items: readonly unknown[], id: string): readonly Proposal[] {
  return proposalsIn(items).filter((each) => each.id !== id);
}

function keyOf(project: ProjectId): string {
  return `proposals:${project}`;
}
