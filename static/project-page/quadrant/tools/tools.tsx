import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { isTyping } from './is-typing';
import { nameOf } from '../scoring/use-steps';
import type { Page } from '../use-page';

const ExportMenu = lazy(() => import('./export-menu'));
const ViewsMenu = lazy(() => import('./views-menu'));

/** Everything that is done to the picture as a whole. */
export default function Tools({ page }: { readonly page: Page }): ReactElement {
  const { asTable, rescorings, chart, picks } = page;
  const { undoable, redoable, undo, redo } = rescorings;
  const [said, setSaid] = useState('');
  useUndoKeys((redone) => void (redone ? redo() : undo()).then(setSaid));
  const zoom = (factor: number) => () => chart.current?.zoom(factor);
  const buttons: readonly (readonly [string, string, boolean, () => void])[] = [
    ['Undo', nameOf(undoable), undoable === undefined, () => void undo().then(setSaid)],
    ['Redo', nameOf(redoable), redoable === undefined, () => void redo().then(setSaid)],
    ['Zoom in', '', asTable, zoom(0.7)],
    ['Zoom out', '', asTable, zoom(1 / 0.7)],
    ['Show all', '', asTable, () => chart.current?.reset()],
  ];
  return (
    <>
      {buttons.map(([name, about, disabled, act]) => (
        <button key={name} type="button" className="button" disabled={disabled} onClick={act}>
          {name} {about}
        </button>
      ))}
      <button
        type="button"
        className="button"
        disabled={asTable}
        aria-pressed={picks.lasso}
        onClick={() => {
          picks.setLasso(!picks.lasso);
        }}
      >
        Lasso
      </button>
      <Menu title="Views">
        <ViewsMenu page={page} />
      </Menu>
      <Menu title="Export">
        <ExportMenu page={page} />
      </Menu>
      <button
        type="button"
        className="button"
        aria-pressed={asTable}
        onClick={() => {
          page.setAsTable(!asTable);
        }}
      >
        {asTable ? 'Chart' : 'Table'}
      </button>
      <span className="small tools-said" role="status">
        {said}
      </span>
    </>
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

/** A menu whose content comes, and is read anew, each time it is opened. */
function Menu({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactElement;
}): ReactElement {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="menu"
      onToggle={({ currentTarget }) => {
        setOpened(currentTarget.open);
      }}
    >
      <summary className="button">{title}</summary>
      <Suspense>{opened ? children : null}</Suspense>
    </details>
  );
}
