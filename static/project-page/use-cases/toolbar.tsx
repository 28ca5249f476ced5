import { useState, type ReactElement } from 'react';
import { useProject } from '../project-context';
import { columnTitles, type Column } from './columns';
import type { GroupBy, View } from './rows';
import { t, type TextKey } from '../../shared/texts';

const groupings: readonly (readonly [GroupBy, TextKey])[] = [
  ['tree', 'pages.toolbar.asTree'],
  ['stage', 'pages.toolbar.byStage'],
  ['why', 'pages.toolbar.byObjective'],
  ['who', 'pages.toolbar.byAudience'],
];

/** What is shown, and how. */
export function Toolbar({
  view,
  onChange,
  columns,
  onToggleColumn,
}: {
  readonly view: View;
  readonly onChange: (view: View) => void;
  readonly columns: readonly Column[];
  readonly onToggleColumn: (column: Column) => void;
}): ReactElement {
  return (
    <div className="toolbar">
      <label>
        <span className="label">{t('pages.toolbar.filter')}</span>
        <input
          type="search"
          value={view.text}
          onChange={(event) => {
            onChange({ ...view, text: event.currentTarget.value });
          }}
        />
      </label>
      <JqlFilter
        onFound={(found) => {
          onChange({ ...view, found });
        }}
      />
      <label>
        <span className="label">{t('pages.toolbar.groupBy')}</span>
        <select
          value={view.groupBy}
          onChange={(event) => {
            onChange({ ...view, groupBy: event.currentTarget.value as GroupBy });
          }}
        >
          {groupings.map(([value, title]) => (
            <option key={value} value={value}>
              {t(title)}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={view.all}
          onChange={(event) => {
            onChange({ ...view, all: event.currentTarget.checked });
          }}
        />
        {t('pages.toolbar.issuesWithoutARecord')}
      </label>
      <details className="menu">
        <summary className="button">{t('pages.toolbar.columns')}</summary>
        <div className="menu-list">
          {(Object.keys(columnTitles) as Column[]).map((column) => (
            <label key={column} className="check">
              <input
                type="checkbox"
                checked={columns.includes(column)}
                onChange={() => {
                  onToggleColumn(column);
                }}
              />
              {columnTitles[column]}
            </label>
          ))}
        </div>
      </details>
    </div>
  );
}

/** Jira judges the query; a wrong one is said in its place. */
function JqlFilter({
  onFound,
}: {
  readonly onFound: (keys: ReadonlySet<string> | undefined) => void;
}): ReactElement {
  const { store } = useProject();
  const [jql, setJql] = useState('');
  const [wrong, setWrong] = useState('');
  const search = async (): Promise<void> => {
    setWrong('');
    if (jql.trim() === '') {
      onFound(undefined);
      return;
    }
    const { issues, project } = store.world;
    const listed = await issues.listIssues(project, { jql, kinds: [] });
    if (listed.ok) onFound(new Set(listed.value.map(({ key }) => key)));
    else
      setWrong(
        listed.error.problem === 'refused'
          ? t('pages.toolbar.jiraDoesNotUnderstandThis')
          : t('pages.toolbar.jiraDidNotAnswer'),
      );
  };
  return (
    <form
      className="jql"
      onSubmit={(event) => {
        event.preventDefault();
        void search();
      }}
    >
      <label>
        <span className="label">{t('pages.toolbar.jql')}</span>
        <input
          value={jql}
          placeholder={t('pages.toolbar.northstarstageWalk')}
          aria-invalid={wrong !== ''}
          onChange={(event) => {
            setJql(event.currentTarget.value);
          }}
        />
      </label>
      <button type="submit" className="button">
        {t('pages.toolbar.search')}
      </button>
      {wrong === '' ? null : (
        <p className="wrong small" role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}
