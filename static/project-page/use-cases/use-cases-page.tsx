import { useMemo, useState, type ReactElement } from 'react';
import type { IssueId } from '#domain/ids';
import { openDialog } from '../../shared/bridge';
import { useProject } from '../project-context';
import { BulkBar } from './bulk-bar';
import { ExportMenu } from './export-menu';
import { rowsOf, type View } from './rows';
import { Toolbar } from './toolbar';
import { UseCaseTable } from './use-case-table';
import { useColumns } from './columns';
import { t } from '../../shared/texts';

const firstView: View = {
  text: '',
  found: undefined,
  groupBy: 'tree',
  sortBy: 'key',
  descending: false,
  all: false,
};

/** All use cases of the project with their stories. */
export default function UseCasesPage(): ReactElement {
  const { store, state, go } = useProject();
  const [view, setView] = useState(firstView);
  const [selected, setSelected] = useState<ReadonlySet<IssueId>>(new Set());
  const [columns, toggleColumn] = useColumns();
  const rows = useMemo(() => rowsOf(state.useCases, view), [state.useCases, view]);
  const shown = rows.filter(({ row }) => row === 'use-case').length;
  const written = state.useCases.filter((each) => each.state !== 'blank').length;
  const edit = (issue: IssueId): void => {
    void openDialog({
      resource: 'editor',
      title: t('pages.useCasesPage.useCase'),
      context: { issue, project: store.world.project },
      onClose: () => void store.load(),
    });
  };
  return (
    <section className="use-cases" aria-label={t('pages.useCasesPage.useCases')}>
      <div className="page-head">
        <h1>{t('pages.useCasesPage.useCases')}</h1>
        <p className="quiet" role="status">
          {t('pages.useCasesPage.withARecordAmongIssues', {
            written,
            useCasesCount: state.useCases.length,
            shown,
          })}
        </p>
        <ExportMenu selected={selected} />
      </div>
      <Toolbar view={view} onChange={setView} columns={columns} onToggleColumn={toggleColumn} />
      <BulkBar
        selected={selected}
        onClear={() => {
          setSelected(new Set());
        }}
      />
      {written === 0 && !view.all ? (
        <div className="nothing-yet">
          <h2>{t('pages.useCasesPage.noIssueOfThisProject')}</h2>
          <p className="quiet">{t('pages.useCasesPage.beginWithOneThatOthers')}</p>
          <div className="actions">
            <button
              type="button"
              className="button button-primary"
              onClick={() => {
                go('/templates');
              }}
            >
              {t('pages.useCasesPage.startFromATemplate')}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                go('/import');
              }}
            >
              {t('pages.useCasesPage.import')}
            </button>
          </div>
        </div>
      ) : (
        <UseCaseTable
          rows={rows}
          view={view}
          columns={columns}
          selected={selected}
          onSelect={setSelected}
          onSort={(sortBy) => {
            const again = view.sortBy === sortBy;
            setView({ ...view, sortBy, descending: again && !view.descending });
          }}
          onEdit={edit}
        />
      )}
    </section>
  );
}
