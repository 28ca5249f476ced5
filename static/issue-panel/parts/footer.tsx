import type { ReactElement } from 'react';
import { PageGlyph, TextGlyph } from '../../shared/glyphs';
import { useWorkspace } from '../../shared/record/workspace-context';
import { editAll } from '../edit-all';
import { openFill } from '../use-fill';
import { changesOf } from '../../shared/record/workspace-state';

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
            <PageGlyph /> Open the editor
          </button>
          <button
            type="button"
            className="button with-glyph"
            onClick={() => {
              openFill(workspace, '');
            }}
          >
            <TextGlyph /> Fill from text
          </button>
        </div>
      ) : (
        <p className="quiet small">
          You can read this use case. Changing it needs the Edit Issues permission in{' '}
          {state.subject?.projectName}.
        </p>
      )}
    </footer>
  );
}

function SaveStatus(): ReactElement | null {
  const { state, wording, nameOf } = useWorkspace();
  const phases = new Set(state.saves.map(({ phase }) => phase));
  if (phases.has('failed')) return <>Not saved</>;
  if (phases.has('saving')) return <>Saving …</>;
  if (phases.has('checking')) return <>Still checking whether this was saved …</>;
  const last = changesOf(state).at(-1);
  return last === undefined ? null : (
    <>
      Saved {wording.moment(last.at)} by {nameOf(last.by)}
    </>
  );
}
