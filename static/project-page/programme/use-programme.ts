import { useState } from 'react';
import type { ProgrammeChange } from '#domain/programme/merge-programme';
import { api } from '../../shared/api';
import type { Outcome } from '../../shared/outcome-text';
import { useProject } from '../project-context';

/** Changes the programme as a project admin, and shows what it is afterwards. */
export function useProgramme(): {
  readonly outcome: Outcome;
  readonly change: (changes: readonly ProgrammeChange[]) => Promise<boolean>;
} {
  const { store } = useProject();
  const [outcome, setOutcome] = useState<Outcome>({ outcome: 'idle' });
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
      const text = `${String(count)} of your changes did not stay. The page shows what is there now.`;
      setOutcome(count > 0 ? { outcome: 'overtaken', text } : { outcome: 'saved' });
      return count === 0;
    },
  };
}
