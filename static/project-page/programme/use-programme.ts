import { useState } from 'react';
import type { ProgrammeChange } from '#domain/programme/programme-change';
import type { Outcome } from '../../shared/outcome-text';
import { saveProgramme } from '../../shared/save-programme';
import { useProject } from '../project-context';
import { t } from '../../shared/texts';

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
      const ends = await saveProgramme(store.world.project, changes, () => {
        setOutcome({ outcome: 'checking' });
      });
      await store.loadSubject();
      const failed = ends.flatMap((end) => (end.ok ? [] : [end.error]));
      const [error] = failed;
      if (error !== undefined) {
        setOutcome({ outcome: 'failed', error });
        return false;
      }
      const count = ends.flatMap((end) => (end.ok ? end.value.clashes : [])).length;
      const text = t('pages.useProgramme.ofYourChangesDidNot', { count });
      setOutcome(count > 0 ? { outcome: 'overtaken', text } : { outcome: 'saved' });
      return count === 0;
    },
  };
}
