import { useEffect, useRef, type ReactElement } from 'react';
import { isWhole } from '#bulk/edit-many';
import type { PlannedRow } from '#domain/import/plan-import';
import { useProject } from '../project-context';
import type { TypeChoice } from './type-choice';
import { failureText } from './problem-texts';
import { OutcomeLines } from '../use-cases/outcome-lines';
import { UndoneList } from './undone-list';
import { useImportRun, type ImportRun } from './use-import-run';
import { t } from '../../shared/texts';

/** The import as it goes on, and what came of it. */
export function RunStep({
  planned,
  name,
  types,
  onAgain,
}: {
  readonly planned: readonly PlannedRow[];
  readonly name: string;
  readonly types: TypeChoice;
  readonly onAgain: () => void;
}): ReactElement {
  const { go, store } = useProject();
  const run = useImportRun(planned, name, types);
  const started = useRef(false);
  useEffect(() => {
    if (!started.current) void run.start();
    started.current = true;
  });
  const { outcomes, phase, undone } = run;
  const made = count(run, 'made');
  const merged = count(run, 'merged');
  return (
    <div className="stack">
      <h2>
        {t('pages.runStep.of', {
          doing: phase === 'done' ? t('pages.runStep.imported') : t('pages.runStep.importing'),
          done: made + merged,
          plannedCount: planned.length,
        })}
      </h2>
      <progress
        aria-label={t('pages.runStep.imported')}
        value={outcomes.size}
        max={planned.length}
      />
      <p role="status">
        {t('pages.runStep.madeFilledFailedLeftOut', {
          made,
          merged,
          failed: count(run, 'failed'),
          left: count(run, 'left'),
          them:
            count(run, 'unknown') > 0
              ? t('pages.runStep.notKnownYetJiraDid', { unknown: count(run, 'unknown') })
              : '',
          paused: phase === 'paused' ? t('pages.runStep.paused') : '',
        })}
      </p>
      <RunButtons run={run} />
      <Failures planned={planned} run={run} />
      {undone.size === 0 ? null : (
        <UndoneList
          undone={undone}
          onUndo={phase === 'done' ? (withRules) => void run.undo(withRules) : undefined}
        />
      )}
      {phase === 'done' ? (
        <div className="actions">
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              void store.load();
              go('/use-cases');
            }}
          >
            {t('pages.runStep.showTheUseCases')}
          </button>
          <button type="button" className="button" onClick={onAgain}>
            {t('pages.runStep.importMore')}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function count({ outcomes }: ImportRun, wanted: string): number {
  return [...outcomes.values()].filter(({ outcome }) => outcome === wanted).length;
}

function RunButtons({ run }: { readonly run: ImportRun }): ReactElement | null {
  const { phase, undone } = run;
  if (phase === 'running' || phase === 'paused') {
    return (
      <div className="actions">
        <button type="button" className="button" onClick={run.togglePause}>
          {phase === 'paused' ? t('pages.runStep.goOn') : t('pages.runStep.pause')}
        </button>
        <button type="button" className="button" onClick={run.stop}>
          {t('pages.runStep.stop')}
        </button>
      </div>
    );
  }
  if (phase === 'undoing') return <p role="status">{t('pages.runStep.takingItBack')}</p>;
  if (undone.size > 0) return null;
  return (
    <div className="actions">
      {run.open > 0 ? (
        <button type="button" className="button" onClick={() => void run.start()}>
          {t('pages.runStep.goOnWithTheThat', { open: run.open })}
        </button>
      ) : null}
      {count(run, 'made') + count(run, 'merged') > 0 ? (
        <button type="button" className="button" onClick={() => void run.undo(false)}>
          {t('pages.runStep.undoTheImport')}
        </button>
      ) : null}
    </div>
  );
}

function Failures({
  planned,
  run,
}: {
  readonly planned: readonly PlannedRow[];
  readonly run: ImportRun;
}): ReactElement | null {
  const { projectName } = useProject();
  const told = planned.flatMap(({ row }): readonly ReactElement[] => {
    const outcome = run.outcomes.get(row.number);
    const name = t('pages.runStep.row', { number: row.number, title: row.title });
    if (outcome?.outcome === 'merged' && !isWhole(outcome.edit))
      return [
        <OutcomeLines key={row.number} name={name} outcome={outcome.edit} project={projectName} />,
      ];
    if (outcome?.outcome !== 'failed') return [];
    return [
      <li key={row.number}>
        {name}: {failureText(outcome, projectName)}
      </li>,
    ];
  });
  if (told.length === 0) return null;
  return (
    <ul className="bullets small" aria-label={t('pages.runStep.failedRows')}>
      {told}
    </ul>
  );
}
