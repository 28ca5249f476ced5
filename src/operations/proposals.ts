import type { AppError, ProposalPayload, ProposalsView } from '../contract';
import { proposalsKept, sameProposal } from '../domain/programme/proposal';
import { failure, success, type Result } from '../domain/result';
import type { AccountId, ProjectId } from '../ports/ids';
import type { Proposals } from '../ports/proposals';
import { changeProgramme } from './change-programme';
import type { ProjectEditPorts } from './edit-project-document';
import { administerProject, seeProject } from './open-project';
import { namedEntry } from '../domain/programme/programme';

/** What proposals need from the world. */
export type ProposalPorts = ProjectEditPorts & { readonly proposals: Proposals };

/** Lists the open proposals of a project that the viewer may see. */
export async function listProposals(
  { projects, proposals }: Pick<ProposalPorts, 'projects' | 'proposals'>,
  project: ProjectId,
): Promise<Result<ProposalsView, AppError>> {
  const seen = await seeProject(projects, project);
  if (!seen.ok) return seen;
  const found = await proposals.list(project);
  return found.ok ? success({ proposals: found.value }) : failure({ code: 'no-answer' });
}

/** Proposes an entry for the programme. Whoever sees the project may; the same one twice is one. */
export async function propose(
  ports: ProposalPorts,
  project: ProjectId,
  viewer: AccountId,
  { id, list, name }: ProposalPayload,
): Promise<Result<ProposalsView, AppError>> {
  const before = await listProposals(ports, project);
  if (!before.ok) return before;
  const open = before.value.proposals;
  if (open.some((each) => sameProposal(each, { list, name }))) return before;
  if (open.length >= proposalsKept) return failure({ code: 'too-many-proposals' });
  const at = new Date(ports.clock.now()).toISOString();
  const proposal = { id, list, name, by: viewer, at };
  const added = await ports.proposals.add(project, proposal);
  return added.ok ? success({ proposals: [...open, proposal] }) : failure({ code: 'no-answer' });
}

/** Takes a proposal into the programme or turns it down, as somebody who administers the project. */
export async function settleProposal(
  ports: ProposalPorts,
  project: ProjectId,
  viewer: AccountId,
  { id, accept }: { readonly id: string; readonly accept: boolean },
): Promise<Result<ProposalsView, AppError>> {
  const open = await administerProject(ports.projects, project);
  if (!open.ok) return open;
  const before = await ports.proposals.list(project);
  if (!before.ok) return failure({ code: 'no-answer' });
  const proposal = before.value.find((each) => each.id === id);
  if (proposal !== undefined && accept) {
    const { list, name } = proposal;
    const change = { list, id, base: null, next: namedEntry(list, id, name) };
    const taken = await changeProgramme(ports, project, viewer, {
      opId: `accept-${id}`,
      changes: [change],
    });
    if (!taken.ok) return taken;
    // What is not surely part of the programme is still only proposed.
    if (taken.value.checking.length > 0) return failure({ code: 'busy' });
  }
  const removed = await ports.proposals.remove(project, id);
  return removed.ok
    ? success({ proposals: before.value.filter((each) => each.id !== id) })
    : failure({ code: 'no-answer' });
}
