import type { ReactElement } from 'react';
import { isWhole, leftOf } from '#bulk/edit-many';
import { useProject } from '../project-context';
import { OutcomeLines } from './outcome-lines';
import type { ManyEdits } from './use-many-edits';
import { t } from '../../shared/texts';

/** How far a change of many is, and what came of it, issue by issue where it failed. */
export function BulkOutcome({ many }: { readonly many: ManyEdits }): ReactElement | null {
  const { projectName } = useProject();
  const { run, busy } = many;
  if (run === undefined) return null;
  const { edits, outcomes, undoing } = run;
  const told = [...outcomes.values()];
  const done = told.filter(isWhole).length;
  const canUndo = !undoing && told.some(({ saved }) => saved.length > 0);
  return (
    <>
      <p role="status">
        {t('pages.bulkOutcome.of', {
          changed: undoing ? t('pages.bulkOutcome.takenBack') : t('pages.bulkOutcome.changed'),
          done,
          editsCount: edits.length,
          busy: busy ? ' …' : '.',
        })}
      </p>
      {busy ? (
        <>
          <progress
            aria-label={t('pages.bulkOutcome.progress')}
            value={outcomes.size}
            max={edits.length}
          />
          <button type="button" className="button" onClick={many.stop}>
            {t('pages.bulkOutcome.stop')}
          </button>
        </>
      ) : (
        <>
          {canUndo ? (
            <button type="button" className="button" onClick={() => void many.undo()}>
              {t('pages.bulkOutcome.undo')}
            </button>
          ) : null}
          {leftOf(edits, outcomes).length > 0 ? (
            <button type="button" className="button" onClick={() => void many.retry()}>
              {t('pages.bulkOutcome.tryTheRestAgain')}
            </button>
          ) : null}
          <button type="button" className="button" onClick={many.dismiss}>
            {t('pages.bulkOutcome.dismiss')}
          </button>
        </>
      )}
      {busy || done === told.length ? null : (
        <ul className="bullets small" aria-label={t('pages.bulkOutcome.notSaved')}>
          {edits.map(({ issue, key }) => {
            const outcome = outcomes.get(issue);
            return outcome === undefined ? null : (
              <OutcomeLines key={issue} name={key} outcome={outcome} project={projectName} />
            );
          })}
        </ul>
      )}
    </>
  );
}
