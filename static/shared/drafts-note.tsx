import type { ReactElement } from 'react';
import { keepsOnDevice } from './keeps-on-device';
import { t } from './texts';

/** Tells a person who types that the browser will not keep it for them. Nothing where it does. */
export function DraftsNote(): ReactElement | null {
  if (keepsOnDevice()) return null;
  return (
    <p className="quiet small" role="note">
      {t('editing.draftsNote.thisBrowserDoesNotLet')}
    </p>
  );
}
