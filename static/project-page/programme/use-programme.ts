import { useState } from 'react';
import type { AppError } from '#contract';
import type { ProgrammeChange } from '#domain/programme/merge-programme';
import { api } from '../../shared/api';
import { useProject } from '../project-context';

/** How the last change of the programme ended. */
export type ProgrammeOutcome =
  | { readonly outcome: 'idle' | 'saving' | 'saved' }
  /** Another admin was faster: their values stand, or overwrote ours. */
  | { readonly outcome: 'overtaken'; readonly count: number }
  | { readonly outcome: 'failed'; readonly error: AppError };

/** Changes the programme as a project admin, and shows what it is afterwards. */
export function useProgramme(): {
  readonly outcome: ProgrammeOutcome;
  readonly change: (changes: readonly ProgrammeChange[]) => Promise<boolean>;
} {
  const { store } = useProject();
  const [outcome, setOutcome] = useState<ProgrammeOutcome>({ outcome: 'idle' });
  return {
    outcome,
    change: async (changes) => {
      if (changes.length === 0) return true;
      setOutcome({ outcome: 'saving' });
      const changed = await api.changeProgramme({ changes });
      await store.loadSubject();
      if (!changed.ok) {
        setOutcome({ outcome: 'failed', error: changed.error });
        return false;
      }
      const count = changed.value.clashes.length + changed.value.lost.length;
      setOutcome(count > 0 ? { outcome: 'overtaken', count } : { outcome: 'saved' });
      return count === 0;
    },
  };
}
