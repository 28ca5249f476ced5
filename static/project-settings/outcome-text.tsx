import type { ReactElement } from 'react';
import type { AppError } from '#contract';
import { messageFor } from '../shared/messages';
import { Notice } from '../shared/notice';

/** How the last save went. */
export type Outcome =
  | { readonly outcome: 'idle' | 'saving' | 'saved' | 'lost' }
  | { readonly outcome: 'failed'; readonly error: AppError };

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
  if (outcome.outcome === 'lost') {
    return (
      <Notice tone="warning" title="Somebody else changed this at the same moment">
        <p>The page shows what is set now. Your other changes are saved.</p>
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
