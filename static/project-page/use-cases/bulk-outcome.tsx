import type { ReactElement } from 'react';
import type { EditOutcome } from '#bulk/edit-many';
import { messageFor, nothingLost } from '../../shared/messages';
import { useProject } from '../project-context';
import type { ManyEdits } from './use-many-edits';

/** How far a change of many is, and what came of it, issue by issue where it failed. */
export function BulkOutcome({ many }: { readonly many: ManyEdits }): ReactElement | null {
  const { projectName } = useProject();
  const { run, busy } = many;
  if (run === undefined) return null;
  const { edits, outcomes, undoing } = run;
  const saved = [...outcomes.values()].filter(({ outcome }) => outcome === 'saved').length;
  const failed = edits.filter(({ issue }) => {
    const outcome = outcomes.get(issue);
    return outcome !== undefined && outcome.outcome !== 'saved';
  });
  return (
    <>
      <p role="status">
        {undoing ? 'Taken back' : 'Changed'} {saved} of {edits.length}
        {busy ? ' …' : '.'}
      </p>
      {busy ? (
        <>
          <progress aria-label="Progress" value={outcomes.size} max={edits.length} />
          <button type="button" className="button" onClick={many.stop}>
            Stop
          </button>
        </>
      ) : (
        <>
          {saved > 0 && !undoing ? (
            <button type="button" className="button" onClick={() => void many.undo()}>
              Undo
            </button>
          ) : null}
          {saved < edits.length ? (
            <button type="button" className="button" onClick={() => void many.retry()}>
              Try the rest again
            </button>
          ) : null}
          <button type="button" className="button" onClick={many.dismiss}>
            Dismiss
          </button>
        </>
      )}
      {failed.length === 0 ? null : (
        <ul className="bullets small">
          {failed.map(({ issue, key }) => (
            <li key={issue}>
              {key}: {reason(outcomes.get(issue), projectName)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function reason(outcome: EditOutcome | undefined, project: string): string {
  if (outcome?.outcome === 'failed') {
    const { title, text } = messageFor(outcome.error, project);
    return `${title}. ${text.replace(nothingLost, '').trim()}`;
  }
  return 'Somebody changed it meanwhile; it stays as they left it.';
}
