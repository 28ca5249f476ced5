import type { ReactElement } from 'react';
import type { AppError } from '#contract';
import { messageFor } from './messages';
import { Notice } from './notice';
import { t } from './texts';

/** How the last change of what a project shares ended. */
export type Outcome =
  | { readonly outcome: 'idle' | 'saving' | 'checking' | 'saved' }
  /** Another admin was faster: `text` says what stands now. */
  | { readonly outcome: 'overtaken'; readonly text: string }
  | { readonly outcome: 'failed'; readonly error: AppError };

/** How it ended, in words. `project` is the project's name. */
export function OutcomeText({
  outcome,
  project,
}: {
  readonly outcome: Outcome;
  readonly project: string;
}): ReactElement {
  if (outcome.outcome === 'failed') {
    const { title, text } = messageFor(outcome.error, project);
    return (
      <Notice tone="error" title={title}>
        <p>{text}</p>
      </Notice>
    );
  }
  if (outcome.outcome === 'overtaken') {
    return (
      <Notice tone="warning" title={t('shared.outcomeText.somebodyElseChangedThisAt')}>
        <p>{outcome.text}</p>
      </Notice>
    );
  }
  const texts = {
    idle: '',
    saving: t('shared.outcomeText.saving'),
    checking: t('shared.outcomeText.stillCheckingWhetherThisWas'),
    saved: t('shared.outcomeText.saved'),
  } as const;
  return (
    <p className="quiet small" role="status">
      {texts[outcome.outcome]}
    </p>
  );
}
