import { lazy, useEffect, useState, type ReactElement } from 'react';
import { isTyping } from './is-typing';
import { nameOf } from '../scoring/use-steps';
import type { Filtering, Looking, Picking, ShownAs, WithPicture } from '../data/page-parts';
import type { Rescoring } from '../scoring/use-rescoring';
import type { WithChart } from '../chart/chart-props';
import { Menu } from './menu';
import { t, withTexts } from '../../../shared/texts';

const ExportMenu = lazy(withTexts(() => import('./export-menu'), 'shared', 'tools'));
const ViewsMenu = lazy(withTexts(() => import('./views-menu'), 'shared', 'tools'));

type Uses = WithPicture & Filtering & Looking & ShownAs & Picking & Rescoring & WithChart;

/** Everything that is done to the picture as a whole. */
export default function Tools({ page }: { readonly page: Uses }): ReactElement {
  const { asTable, rescorings, picks } = page;
  const { undoable, redoable, undo, redo } = rescorings;
  const [said, setSaid] = useState('');
  useUndoKeys((redone) => void (redone ? redo() : undo()).then(setSaid));
  const steps: readonly (readonly [string, string, boolean, () => void])[] = [
    [
      t('quadrant.tools.undo'),
      nameOf(undoable),
      undoable === undefined,
      () => void undo().then(setSaid),
    ],
    [
      t('quadrant.tools.redo'),
      nameOf(redoable),
      redoable === undefined,
      () => void redo().then(setSaid),
    ],
  ];
  return (
    <>
      {steps.map(([name, about, disabled, act]) => (
        <button key={name} type="button" className="button" disabled={disabled} onClick={act}>
          {name} {about}
        </button>
      ))}
      {asTable ? null : (
        <button
          type="button"
          className="button"
          aria-pressed={picks.lasso}
          onClick={() => {
            picks.setLasso(!picks.lasso);
          }}
        >
          {t('quadrant.tools.lasso')}
        </button>
      )}
      <Menu title={t('quadrant.tools.views')}>
        <ViewsMenu page={page} />
      </Menu>
      <Menu title={t('quadrant.tools.export')}>
        <ExportMenu page={page} />
      </Menu>
      <Switch page={page} />
      <span className="small tools-said" role="status">
        {said}
      </span>
    </>
  );
}

/** The picture or the table: the same set, one at a time. */
function Switch({ page: { asTable, setAsTable } }: { readonly page: ShownAs }): ReactElement {
  return (
    <div className="switch" role="group" aria-label={t('quadrant.tools.shownAs')}>
      {[false, true].map((table) => (
        <button
          key={String(table)}
          type="button"
          className="button"
          aria-pressed={asTable === table}
          onClick={() => {
            setAsTable(table);
          }}
        >
          {table ? t('quadrant.tools.table') : t('quadrant.tools.chart')}
        </button>
      ))}
    </div>
  );
}

/** Ctrl or Cmd with Z undoes, with Shift it does again, wherever nobody is typing. */
function useUndoKeys(act: (redone: boolean) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, shiftKey } = event;
      if (key.toLowerCase() !== 'z' || isTyping(event) || (!ctrlKey && !metaKey)) return;
      if (event.repeat) return;
      event.preventDefault();
      act(shiftKey);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [act]);
}
