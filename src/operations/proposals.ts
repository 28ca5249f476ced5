import type { AppError, ProposalsView, PayloadOf } from '../contract';
import { namedEntry } from '../domain/programme/programme';
import {
  proposalsKept,
  proposalsOfOne,
  readProposal,
  sameProposal,
  type Proposal,
} from '../domain/programme/proposal';
import { readProgramme } from '../domain/programme/stored-programme';
import { sameName } from '../domain/same-name';
import { failure, success, type Result } from '../domain/result';
import type { AccountId, ProjectId } from '../domain/ids';
import type { KeptLists } from '../ports/kept-lists';
import type { ProjectSubject } from '../ports/project-properties';
import { changeProgramme } from './change-programme';
import type { ProjectEditPorts } from './edit-project-document';
import { administerProject, seeProject } from './open-project';

/** What proposals need from the world. */
export type ProposalPorts = ProjectEditPorts & {
  readonly lists: KeptLists;
  readonly newId: () => string;
};

const keptFor = (project: ProjectId) => ({ keeps: 'proposals', project }) as const;

/** Lists what is proposed for a project's programme, to whoever sees the project. */
export async function listProposals(
  ports: Pick<ProposalPorts, 'projects' | 'lists'>,
  project: ProjectId,
): Promise<Result<ProposalsView, AppError>> {
  const seen = await seeProject(ports.projects, project);
  if (!seen.ok) return seen;
  const found = await ports.lists.read(keptFor(project));
  return found.ok ? success({ proposals: readAll(found.value) }) : failure({ code: 'no-answer' });
}

/**
 * Proposes an entry for the programme. Whoever sees the project may. A name that the programme has, or that
 * somebody else proposed, is reported; one's own once more changes nothing.
 */
export async function propose(
  ports: ProposalPorts,
  project: ProjectId,
  viewer: AccountId,
  { list, name }: PayloadOf<'propose'>,
): Promise<Result<ProposalsView, AppError>> {
  const seen = await seeProject(ports.projects, project);
  if (!seen.ok) return seen;
  if (isInProgramme(seen.value, { list, name })) return failure({ code: 'name-taken', name });
  const at = new Date(ports.clock.now()).toISOString();
  const proposal: Proposal = { id: ports.newId(), list, name, by: viewer, at };
  let refusal: AppError | undefined;
  let open: readonly Proposal[] = [];
  const added = await ports.lists.change(keptFor(project), (items) => {
    open = readAll(items);
    const same = open.find((each) => sameProposal(each, proposal));
    refusal = same === undefined ? quotaOf(open, viewer) : takenBy(same, viewer);
    return same === undefined && refusal === undefined ? [...items, proposal] : undefined;
  });
  if (!added.ok) return failure({ code: 'no-answer' });
  if (refusal !== undefined) return failure(refusal);
  return success({ proposals: added.value === 'changed' ? [...open, proposal] : open });
}

function takenBy({ by, name }: Proposal, viewer: AccountId): AppError | undefined {
  return by === viewer ? undefined : { code: 'name-taken', name };
}

function quotaOf(open: readonly Proposal[], viewer: AccountId): AppError | undefined {
  const own = open.filter(({ by }) => by === viewer).length;
  const isFull = own >= proposalsOfOne || open.length >= proposalsKept;
  return isFull ? { code: 'too-many-proposals' } : undefined;
}

/**
 * Takes a proposal into the programme or turns it down, as somebody who administers the project. They say
 * which one they saw: another under the same id is not settled in its stead.
 */
export async function settleProposal(
  ports: ProposalPorts,
  project: ProjectId,
  viewer: AccountId,
  { id, seen, accept }: PayloadOf<'settleProposal'>,
): Promise<Result<ProposalsView, AppError>> {
  const subject = await administerProject(ports.projects, project);
  if (!subject.ok) return subject;
  const found = await ports.lists.read(keptFor(project));
  if (!found.ok) return failure({ code: 'no-answer' });
  const proposal = readAll(found.value).find((each) => each.id === id);
  if (proposal === undefined) return success({ proposals: readAll(found.value) });
  if (!sameProposal(proposal, seen)) return failure({ code: 'changed-meanwhile' });
  if (accept) {
    if (isInProgramme(subject.value, seen, id))
      return failure({ code: 'name-taken', name: seen.name });
    const taken = await takeOver(ports, { project, viewer }, proposal);
    if (!taken.ok) return taken;
  }
  return remove(ports, project, proposal);
}

async function takeOver(
  ports: ProposalPorts,
  { project, viewer }: { readonly project: ProjectId; readonly viewer: AccountId },
  { id, list, name }: Proposal,
): Promise<Result<null, AppError>> {
  const taken = await changeProgramme(ports, project, viewer, {
    opId: `accept-${id}`,
    changes: [{ list, id, base: null, next: namedEntry(list, id, name) }],
  });
  if (!taken.ok) return taken;
  // What is not surely part of the programme is still only proposed.
  return taken.value.checking.length > 0 ? failure({ code: 'busy' }) : success(null);
}

async function remove(
  { lists }: ProposalPorts,
  project: ProjectId,
  proposal: Proposal,
): Promise<Result<ProposalsView, AppError>> {
  let left: readonly Proposal[] = [];
  const removed = await lists.change(keptFor(project), (items) => {
    const others = items.filter((item) => readProposal(item)?.id !== proposal.id);
    left = readAll(others);
    return others;
  });
  return removed.ok ? success({ proposals: left }) : failure({ code: 'no-answer' });
}

/** Whether the programme has an entry of that name, other than the one that a proposal became. */
function isInProgramme(
  { rawProgramme }: ProjectSubject,
  { list, name }: Pick<Proposal, 'list' | 'name'>,
  ownId?: string,
): boolean {
  const entries = readProgramme(rawProgramme).programme.lists[list];
  return entries.some((entry) => entry.id !== ownId && sameName(entry.name, name));
}

function readAll(items: readonly unknown[]): readonly Proposal[] {
  return items.flatMap((item) => readProposal(item) ?? []);
}
