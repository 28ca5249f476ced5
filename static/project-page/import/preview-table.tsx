import { useState, type ReactElement } from 'react';
import type { PlannedRow, RowDecision } from '#domain/import/plan-import';
import { rowProblemText } from './problem-texts';
import { t } from '../../shared/texts';

const shownFirst = 100;

/** Every row with what will happen to it, and its problems marked. */
export function PreviewTable({
  planned,
  onDecide,
}: {
  readonly planned: readonly PlannedRow[];
  readonly onDecide: (row: number, decision: RowDecision) => void;
}): ReactElement {
  const [all, setAll] = useState(false);
  const marked = planned.filter(({ row }) => row.problems.length > 0).length;
  // Rows that ask for something come first.
  const ordered = [...planned].sort((left, right) => urgency(right) - urgency(left));
  const shown = all ? ordered : ordered.slice(0, shownFirst);
  return (
    <>
      <p className="quiet small" role="status">
        {t('pages.previewTable.rowsWithARemark', { plannedCount: planned.length, marked })}
      </p>
      <div
        className="scroll-box"
        tabIndex={0}
        role="region"
        aria-label={t('pages.previewTable.preview')}
      >
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('pages.previewTable.row')}</th>
              <th>{t('pages.previewTable.title')}</th>
              <th>{t('pages.previewTable.fields')}</th>
              <th>{t('pages.previewTable.whatWillHappen')}</th>
              <th>{t('pages.previewTable.remarks')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.row.number}>
                <td>{each.row.number}</td>
                <td dir="auto">{each.row.title === '' ? each.row.key : each.row.title}</td>
                <td>{Object.keys(each.row.values).length}</td>
                <td>
                  <Action planned={each} onDecide={onDecide} />
                </td>
                <td className="small warn">
                  {each.row.problems.map((problem, index) => (
                    <p key={index}>{rowProblemText(problem)}</p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ordered.length > shown.length ? (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('pages.previewTable.showAllRows', { orderedCount: ordered.length })}
        </button>
      ) : null}
    </>
  );
}

function urgency({ action, row }: PlannedRow): number {
  return (action.action === 'ask' ? 2 : 0) + (row.problems.length > 0 ? 1 : 0);
}

function Action({
  planned: { row, action },
  onDecide,
}: {
  readonly planned: PlannedRow;
  readonly onDecide: (row: number, decision: RowDecision) => void;
}): ReactElement {
  switch (action.action) {
    case 'make':
      return <>{t('pages.previewTable.newIssue')}</>;
    case 'merge':
      return <>{t('pages.previewTable.fillTheBlanksOf', { key: action.issue.key })}</>;
    case 'leave':
      return (
        <>
          {action.why === 'no-title'
            ? t('pages.previewTable.leftOutNoTitle')
            : t('pages.previewTable.leftOut')}
        </>
      );
    case 'ask':
      return (
        <select
          aria-label={t('pages.previewTable.decideAboutRow', { number: row.number })}
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === '') return;
            onDecide(row.number, value === 'make' || value === 'leave' ? value : { issue: value });
          }}
        >
          <option value="">{t('pages.previewTable.thisTitleOccursTwiceDecide')}</option>
          <option value="make">{t('pages.previewTable.makeANewIssue')}</option>
          {action.candidates.map(({ id, key, summary }) => (
            <option key={id} value={id}>
              {t('pages.previewTable.fill', { key, summary })}
            </option>
          ))}
          <option value="leave">{t('pages.previewTable.leaveItOut')}</option>
        </select>
      );
  }
}
