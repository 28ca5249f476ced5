import { useState, type ReactElement } from 'react';
import type { ProjectExport } from '#domain/export/project-export';
import { csvOf } from '#domain/export/csv';
import { markdownOf } from '#domain/export/markdown';
import type { IssueId } from '#domain/ids';
import { exportProject } from '#bulk/export-project';
import { download } from '../../shared/bridge';
import { useProject } from '../project-context';
import { documentsOf } from './documents';
import { t } from '../../shared/texts';

/** A file that is ready to be kept. */
type Ready = { readonly name: string; readonly type: string; readonly text: string };

/** The ways out: the whole project, or what is selected. A long export ends in a Download button. */
export function ExportMenu({
  selected,
}: {
  readonly selected: ReadonlySet<IssueId>;
}): ReactElement {
  const { store, state, go } = useProject();
  const [progress, setProgress] = useState('');
  const [ready, setReady] = useState<Ready>();
  const name = `northstar-${state.subject?.key ?? 'project'}`;
  const collect = async (write: (name: string, found: ProjectExport) => Ready): Promise<void> => {
    setReady(undefined);
    setProgress(t('pages.exportMenu.readingTheProject'));
    const found = await exportProject(
      { ...store.world, clock: { now: () => Date.now() } },
      store.world.project,
      (read, all) => {
        setProgress(t('pages.exportMenu.ofIssues', { read, all }));
      },
    );
    setProgress(found.ok ? '' : t('pages.exportMenu.jiraDidNotAnswerTry'));
    if (found.ok) setReady(write(name, found.value));
  };
  const write = (): void => {
    const text = documentsOf(state.useCases, selected).map(markdownOf).join('\n\n---\n\n');
    setReady({ name: `${name}.md`, type: 'text/markdown', text });
  };
  const ways: readonly (readonly [string, () => void])[] = [
    [t('pages.exportMenu.wholeProjectAsJson'), () => void collect(jsonFile)],
    [t('pages.exportMenu.wholeProjectAsCsv'), () => void collect(csvFile)],
    [t('pages.exportMenu.selectedAsMarkdown'), write],
    [
      t('pages.exportMenu.selectedAsAPrintView'),
      () => {
        const chosen = state.useCases.filter(({ issue }) => selected.has(issue.id));
        go(`/print/${chosen.map(({ issue }) => issue.key).join(',')}`);
      },
    ],
  ];
  return (
    <div className="actions">
      <details className="menu">
        <summary className="button">{t('pages.exportMenu.export')}</summary>
        <div className="menu-list">
          {ways.map(([title, take]) => (
            <button
              key={title}
              type="button"
              className="link-button"
              disabled={title.startsWith('Selected') && selected.size === 0}
              onClick={(event) => {
                event.currentTarget.closest('details')?.removeAttribute('open');
                take();
              }}
            >
              {title}
            </button>
          ))}
          {selected.size === 0 ? (
            <p className="quiet small">{t('pages.exportMenu.selectUseCasesInThe')}</p>
          ) : null}
        </div>
      </details>
      <span className="quiet small" role="status">
        {progress}
      </span>
      {ready === undefined ? null : (
        <button
          type="button"
          className="button button-primary"
          onClick={() => {
            download(ready.name, ready.type, ready.text);
          }}
        >
          {t('pages.exportMenu.download', { name: ready.name })}
        </button>
      )}
    </div>
  );
}

function jsonFile(name: string, found: ProjectExport): Ready {
  return { name: `${name}.json`, type: 'application/json', text: JSON.stringify(found, null, 2) };
}

function csvFile(name: string, found: ProjectExport): Ready {
  return { name: `${name}.csv`, type: 'text/csv', text: csvOf(found) };
}
