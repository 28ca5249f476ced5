import { useEffect, useState, type ReactElement } from 'react';
import type { FieldName } from '#domain/use-case/fields';
import { groupOf } from '../../shared/field-groups';
import { fieldLabels } from '#domain/fields/columns/labels';
import { keepsOnDevice } from '../../shared/keeps-on-device';
import { Notice } from '../../shared/notice';
import { useWorkspace } from '../../shared/record/workspace-context';
import { DraftTexts } from './draft-texts';
import { t } from '../../shared/texts';

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
  if (waiting.length === 0) return <OtherTexts />;
  const groups = [...new Set(waiting.map(groupOf))];
  return (
    <>
      <OtherTexts />
      <Notice
        tone="info"
        title={t('screens.unsavedDrafts.unsavedText', {
          list: groups.map(({ label }) => label).join(', '),
        })}
      >
        <p>
          {keepsOnDevice()
            ? t('screens.unsavedDrafts.itIsKeptOnThis')
            : t('screens.unsavedDrafts.itStaysUntilYouLeave')}
        </p>
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
              {t('screens.unsavedDrafts.continue')}
            </button>
          ) : null}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              workspace.dropDrafts(waiting);
            }}
          >
            {t('screens.unsavedDrafts.discard')}
          </button>
        </div>
      </Notice>
    </>
  );
}

/** What the same person typed into the same field in another tab. */
function OtherTexts(): ReactElement {
  const { workspace } = useWorkspace();
  const [others, setOthers] = useState(workspace.otherDrafts);
  useEffect(() => {
    const look = (): void => {
      setOthers(workspace.otherDrafts());
    };
    // Other tabs write while this one stands; and this one puts a text aside when it writes over it.
    window.addEventListener('storage', look);
    const stop = workspace.subscribe(look);
    return () => {
      window.removeEventListener('storage', look);
      stop();
    };
  }, [workspace]);
  return (
    <>
      {others.map((other) => (
        <Notice
          key={other.key}
          tone="info"
          title={t('screens.unsavedDrafts.youAlsoTypedInAnother', {
            field: fieldLabels[other.field],
          })}
        >
          <p className="prose" dir="auto">
            {other.text}
          </p>
          <div className="actions">
            <button
              type="button"
              className="button"
              onClick={() => {
                workspace.settleOther(other, true);
              }}
            >
              {t('screens.unsavedDrafts.useThisText')}
            </button>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                workspace.settleOther(other, false);
              }}
            >
              {t('screens.unsavedDrafts.throwItAway')}
            </button>
          </div>
        </Notice>
      ))}
    </>
  );
}
