import type { ReactElement } from 'react';
import { Notice } from '../shared/notice';

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
      <Notice tone="info" title="Read only for now">
        <p>A newer version of Northstar wrote these settings. Reload Jira to get it.</p>
      </Notice>
    );
  return (
    <Notice tone="warning" title="These settings cannot be read">
      <p>
        They are damaged or were not written by Northstar, and are left as they are. Below stands
        what could be read of them; the rest is as Northstar brings it.
      </p>
      <details>
        <summary>Show the stored value</summary>
        <pre className="kept">{JSON.stringify(stored, null, 2)}</pre>
      </details>
      {onReplace === undefined ? null : (
        <button type="button" className="button" onClick={onReplace}>
          Replace them with what stands below
        </button>
      )}
    </Notice>
  );
}
