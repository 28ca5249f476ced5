import type { ReactElement } from 'react';
import { messageFor } from '../../shared/messages';
import { Notice } from '../../shared/notice';
import { useProject } from '../project-context';
import type { ProgrammeOutcome } from './use-programme';

/** How the last change of the programme ended, in words. */
export function OutcomeText({ outcome }: { readonly outcome: ProgrammeOutcome }): ReactElement {
  const { projectName } = useProject();
  if (outcome.outcome === 'failed') {
    const { title, text } = messageFor(outcome.error, projectName);
    return (
      <Notice tone="error" title={title}>
        <p>{text}</p>
      </Notice>
    );
  }
  if (outcome.outcome === 'overtaken') {
    return (
      <Notice tone="warning" title="Somebody else changed this at the same moment">
        <p>{outcome.count} of your changes did not stay. The page shows what is there now.</p>
      </Notice>
    );
  }
  const texts = { idle: '', saving: 'Saving …', saved: 'Saved' } as const;
  return (
    <p className="quiet small" role="status">
      {texts[outcome.outcome]}
    </p>
  );
}
