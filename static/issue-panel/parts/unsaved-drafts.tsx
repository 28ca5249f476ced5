import type { ReactElement } from 'react';
import type { FieldName } from '#domain/use-case/fields';
import { groupOf } from '../../shared/field-groups';
import { keepsOnDevice } from '../../shared/keeps-on-device';
import { Notice } from '../../shared/notice';
import { useWorkspace } from '../../shared/record/workspace-context';
import { DraftTexts } from './draft-texts';

/** Text typed before a reload or a closed editor: offered again, never thrown away silently. */
export function UnsavedDrafts(): ReactElement | null {
  const { workspace, state, mayEdit } = useWorkspace();
  const underway = new Set<FieldName>([
    ...state.saves.flatMap(({ changes }) => changes.map(({ field }) => field)),
    ...state.clashes.map(({ field }) => field),
  ]);
  const waiting = (Object.keys(state.drafts) as FieldName[]).filter(
    (field) => !underway.has(field) && !state.open.includes(groupOf(field).id),
  );
  if (waiting.length === 0) return null;
  const groups = [...new Set(waiting.map(groupOf))];
  return (
    <Notice tone="info" title={`Unsaved text: ${groups.map(({ label }) => label).join(', ')}`}>
      <p>{keepsOnDevice() ? 'It is kept on this device.' : 'It stays until you leave the page.'}</p>
      {mayEdit ? null : <DraftTexts />}
      <div className="actions">
        {mayEdit ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              for (const { id } of groups) workspace.openGroup(id);
            }}
          >
            Continue
          </button>
        ) : null}
        <button
          type="button"
          className="link-button"
          onClick={() => {
            workspace.dropDrafts(waiting);
          }}
        >
          Discard
        </button>
      </div>
    </Notice>
  );
}
