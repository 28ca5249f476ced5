import { useMemo, useState, type ReactElement } from 'react';
import type { ImportRow } from '#domain/import/import-row';
import {
  planImport,
  rowOfRoot,
  type ImportChoices,
  type PlannedRow,
} from '#domain/import/plan-import';
import { useProject } from '../project-context';
import { ChoiceFields, type Where } from './choice-fields';
import { typesFor } from './type-choice';
import { PreviewTable } from './preview-table';
import { RunStep } from './run-step';
import { t } from '../../shared/texts';

/** What shall become of the rows, and a look at all of it before anything is written. */
export function ChoicesStep({
  rows,
  name,
  onAgain,
}: {
  readonly rows: readonly ImportRow[];
  readonly name: string;
  readonly onAgain: () => void;
}): ReactElement {
  const { state } = useProject();
  const [where, setWhere] = useState<Where>({ to: 'issues', title: '', key: '' });
  const [matchBy, setMatchBy] = useState<ImportChoices['matchBy']>('key');
  const [decided, setDecided] = useState<ImportChoices['decided']>(new Map());
  const [types, setTypes] = useState(() => typesFor(state.types));
  const [running, setRunning] = useState(false);
  const planned = useMemo(
    () => plannedRows(rows, state, { where, matchBy, decided }),
    [rows, state, where, matchBy, decided],
  );
  if (types === undefined) return <p>{t('pages.choicesStep.thisProjectHasNoIssue')}</p>;
  if (running) return <RunStep planned={planned} name={name} types={types} onAgain={onAgain} />;
  const asked = planned.filter(({ action }) => action.action === 'ask').length;
  const count = planned.filter(({ action }) => ['make', 'merge'].includes(action.action)).length;
  return (
    <div className="stack">
      <ChoiceFields
        where={where}
        onWhere={(next) => {
          setWhere(next);
          setTypes(typesFor(state.types, next.to !== 'issues'));
        }}
        matchBy={matchBy}
        onMatchBy={setMatchBy}
        types={types}
        onTypes={setTypes}
        count={rows.length}
      />
      <PreviewTable
        planned={planned}
        onDecide={(number, decision) => {
          setDecided(new Map([...decided, [number, decision]]));
        }}
      />
      {asked > 0 ? (
        <p className="warn" role="status">
          {t('pages.choicesStep.rowsWaitForYourDecision', { asked })}
        </p>
      ) : null}
      <div className="actions">
        <button
          type="button"
          className="button button-primary"
          disabled={asked > 0 || count === 0}
          onClick={() => {
            setRunning(true);
          }}
        >
          {t('pages.choicesStep.import', { count })}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {t('pages.choicesStep.back')}
        </button>
      </div>
    </div>
  );
}

function plannedRows(
  rows: readonly ImportRow[],
  { useCases }: ReturnType<typeof useProject>['state'],
  {
    where,
    matchBy,
    decided,
  }: Pick<ImportChoices, 'matchBy' | 'decided'> & { readonly where: Where },
): readonly PlannedRow[] {
  const existing = useCases.map(({ issue }) => issue);
  const above = existing.find(({ key }) => key === where.key.trim().toUpperCase());
  const root =
    where.to === 'new' && where.title.trim() !== '' ? rowOfRoot(where.title.trim()) : undefined;
  const planned = planImport(rows, existing, {
    matchBy,
    decided,
    under:
      root !== undefined
        ? { root: 'new', title: root.title }
        : where.to === 'issue' && above !== undefined
          ? { root: 'issue', id: above.id }
          : { root: 'none' },
  });
  if (root === undefined) return planned;
  const first: PlannedRow = {
    row: root,
    action: { action: 'make' },
    parentRow: undefined,
    parentIssue: undefined,
  };
  return [first, ...planned];
}
