import type { ReactElement } from 'react';
import { PageGlyph, TextGlyph } from '../../shared/glyphs';
import { useWorkspace } from '../../shared/record/workspace-context';
import { editAll } from '../edit-all';
import { openFill } from '../use-fill';
import { changesOf } from '../../shared/record/workspace-state';
import { t } from '../../shared/texts';

/** Who saved last and when, and the way to fill more from text. */
export function Footer(): ReactElement {
  const { workspace, state, mayEdit } = useWorkspace();
  return (
    <footer className="ruled">
      <p className="quiet small" aria-live="polite">
        <SaveStatus />
      </p>
      {mayEdit ? (
        <div className="actions">
          <button
            type="button"
            className="button with-glyph"
            onClick={() => {
              editAll(workspace, state);
            }}
          >
            <PageGlyph /> {t('panel.footer.openTheEditor')}
          </button>
          <button
            type="button"
            className="button with-glyph"
            onClick={() => {
              openFill(workspace, '');
            }}
          >
            <TextGlyph /> {t('panel.footer.fillFromText')}
          </button>
        </div>
      ) : (
        <p className="quiet small">
          {t('panel.footer.youCanReadThisUse', { projectName: state.subject?.projectName ?? '' })}
        </p>
      )}
    </footer>
  );
}

function SaveStatus(): ReactElement | null {
  const { state, wording, nameOf } = useWorkspace();
  const phases = new Set(state.saves.map(({ phase }) => phase));
  if (phases.has('failed')) return <>{t('panel.footer.notSaved')}</>;
  if (phases.has('saving')) return <>{t('panel.footer.saving')}</>;
  if (phases.has('checking')) return <>{t('panel.footer.stillCheckingWhetherThisWas')}</>;
  const last = changesOf(state).at(-1);
  return last === undefined ? null : (
    <>{t('panel.footer.savedBy', { at: wording.moment(last.at), by: nameOf(last.by) })}</>
  );
}
