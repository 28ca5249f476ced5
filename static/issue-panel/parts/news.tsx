import type { ReactElement } from 'react';
import { groupOf } from '../../shared/field-groups';
import { Notice } from '../../shared/notice';
import { useWorkspace } from '../../shared/record/workspace-context';
import { t } from '../../shared/texts';

/** What others changed since this person last looked, on this device. */
export function News(): ReactElement | null {
  const { workspace, state, wording, nameOf } = useWorkspace();
  if (state.news.length === 0) return null;
  return (
    <Notice tone="info" title={t('screens.news.changedSinceYouLastLooked')}>
      <ul>
        {state.news.map(({ by, at, fields }) => (
          <li key={`${by}-${at}`}>
            {nameOf(by)}, {wording.moment(at)}:{' '}
            {[...new Set(fields.map((field) => groupOf(field).label))].join(', ')}
          </li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="link-button" onClick={workspace.dismissNews}>
          {t('screens.news.dismiss')}
        </button>
      </div>
    </Notice>
  );
}
