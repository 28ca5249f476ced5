import type { ReactElement } from 'react';
import { Notice } from '../shared/notice';
import { t } from '../shared/texts';

/** Settings that cannot be read: shown as they are, and replaced only if an admin says so. */
export function UnreadNotice({
  newer,
  stored,
  onReplace,
}: {
  readonly newer: boolean;
  readonly stored: unknown;
  readonly onReplace: (() => void) | undefined;
}): ReactElement {
  if (newer)
    return (
      <Notice tone="info" title={t('settings.unreadNotice.readOnlyForNow')}>
        <p>{t('settings.unreadNotice.aNewerVersionOfNorthstar')}</p>
      </Notice>
    );
  return (
    <Notice tone="warning" title={t('settings.unreadNotice.theseSettingsCannotBeRead')}>
      <p>{t('settings.unreadNotice.theyAreDamagedOrWere')}</p>
      <details>
        <summary>{t('settings.unreadNotice.showTheStoredValue')}</summary>
        <pre className="kept">{JSON.stringify(stored, null, 2)}</pre>
      </details>
      {onReplace === undefined ? null : (
        <button type="button" className="button" onClick={onReplace}>
          {t('settings.unreadNotice.replaceThemWithWhatStands')}
        </button>
      )}
    </Notice>
  );
}
