import type { ReactElement } from 'react';
import { TextGlyph } from '../../shared/glyphs';
import { usePanel } from '../panel-context';
import { openFill } from '../use-fill';
import { changesOf } from '../state/panel-state';

/** Who saved last and when, and the way to fill more from text. */
export function Footer(): ReactElement {
  const { panel, state, mayEdit } = usePanel();
  return (
    <footer className="ruled">
      <p className="quiet small" aria-live="polite">
        <SaveStatus />
      </p>
      {mayEdit ? (
        <button
          type="button"
          className="button with-glyph"
          onClick={() => {
            openFill(panel, '');
          }}
        >
          <TextGlyph /> Fill from text
        </button>
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
  const { state, wording, nameOf } = usePanel();
  const phases = new Set(state.saves.map(({ phase }) => phase));
  if (phases.has('failed')) return <>Not saved</>;
  if (phases.has('saving')) return <>Saving …</>;
  if (phases.has('pending')) return <>Jira is still saving …</>;
  const last = changesOf(state).at(-1);
  return last === undefined ? null : (
    <>
      Saved {wording.moment(last.at)} by {nameOf(last.by)}
    </>
  );
}
