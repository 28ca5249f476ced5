import { useEffect, useState } from 'react';
import type { AppError } from '#contract';
import type { ProgrammeListName } from '#domain/programme/programme';
import type { Proposal } from '#domain/programme/proposal';
import { api } from '../../shared/api';
import { useProject } from '../project-context';

/** The open proposals of the project, and what can be done with them. */
export function useProposals(): {
  readonly proposals: readonly Proposal[];
  readonly names: ReadonlyMap<string, string>;
  readonly error: AppError | undefined;
  readonly propose: (list: ProgrammeListName, name: string) => Promise<boolean>;
  readonly settle: (proposal: Proposal, accept: boolean) => Promise<void>;
} {
  const { store } = useProject();
  const [proposals, setProposals] = useState<readonly Proposal[]>([]);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [error, setError] = useState<AppError>();
  useEffect(() => {
    let current = true;
    void api.listProposals({}).then((found) => {
      if (current && found.ok) setProposals(found.value.proposals);
    });
    return () => {
      current = false;
    };
  }, []);
  useEffect(() => {
    const ids = [...new Set(proposals.map(({ by }) => by))];
    let current = true;
    void store.world.people.readNames(ids).then((found) => {
      if (current && found.ok) setNames(found.value);
    });
    return () => {
      current = false;
    };
  }, [proposals, store]);
  const take = (answer: Awaited<ReturnType<typeof api.propose>>): boolean => {
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) setProposals(answer.value.proposals);
    return answer.ok;
  };
  return {
    proposals,
    names,
    error,
    propose: async (list, name) => take(await api.propose({ list, name })),
    settle: async ({ id, list, name }, accept) => {
      const answer = await api.settleProposal({ id, seen: { list, name }, accept });
      // What changed meanwhile is shown before the admin is asked again.
      if (!take(answer)) {
        const newest = await api.listProposals({});
        if (newest.ok) setProposals(newest.value.proposals);
      }
      if (accept) await store.loadSubject();
    },
  };
}
