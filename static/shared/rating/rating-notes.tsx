import { useSyncExternalStore, type ReactElement } from 'react';
import { messageFor } from '../messages';
import { Notice } from '../notice';
import { t } from '../texts';
import type { RatingSession } from './rating-session';

/** Why the answers cannot be changed here. */
export function LockedNote({ newer }: { readonly newer: boolean }): ReactElement {
  return (
    <Notice tone={newer ? 'info' : 'warning'} title={t('rating.ratingSection.readOnlyForNow')}>
      <p>
        {newer
          ? t('rating.ratingSection.aNewerVersionOfNorthstar')
          : t('rating.ratingSection.theStoredAnswersAreDamaged')}
      </p>
    </Notice>
  );
}

/** How the last save stands. */
export function SaveNote({
  place: { session, projectName },
  onRetry,
}: {
  readonly place: { readonly session: RatingSession; readonly projectName: string };
  readonly onRetry: () => void;
}): ReactElement | null {
  const { save } = useSyncExternalStore(session.subscribe, session.state);
  if (save?.error !== undefined) {
    const { title, text } = messageFor(save.error, projectName);
    return (
      <Notice tone="error" title={title}>
        <p>{text}</p>
        <button type="button" className="link-button" onClick={onRetry}>
          {t('rating.ratingSection.backToTheAnswers')}
        </button>
      </Notice>
    );
  }
  const texts = {
    saving: t('rating.ratingSection.saving'),
    checking: t('rating.ratingSection.stillCheckingWhetherThisWas'),
  };
  return (
    <p className="quiet small" role="status">
      {save === undefined || save.phase === 'failed' ? '' : texts[save.phase]}
    </p>
  );
}
