import * as v from 'valibot';
import { sameName } from '../same-name';
import { isProgrammeList, type ProgrammeListName } from './programme';

/** An entry that somebody who may not change the programme would like to see in it. */
export type Proposal = {
  readonly id: string;
  readonly list: ProgrammeListName;
  readonly name: string;
  /** The account id of who proposed it. */
  readonly by: string;
  /** When, ISO time. */
  readonly at: string;
};

/** How many proposals a project keeps open, and how many of one person. More would be a backlog. */
export const proposalsKept = 100;
export const proposalsOfOne = 20;

const shape = v.object({
  id: v.string(),
  list: v.string(),
  name: v.string(),
  by: v.string(),
  at: v.string(),
});

/** Reads an untrusted stored value as a proposal; `undefined` if it is none. */
export function readProposal(raw: unknown): Proposal | undefined {
  const parsed = v.safeParse(shape, raw);
  if (!parsed.success) return undefined;
  const { list, ...rest } = parsed.output;
  return isProgrammeList(list) ? { ...rest, list } : undefined;
}

/** Whether two proposals ask for the same, whatever the case. */
export function sameProposal(
  left: Pick<Proposal, 'list' | 'name'>,
  right: Pick<Proposal, 'list' | 'name'>,
): boolean {
  return left.list === right.list && sameName(left.name, right.name);
}
