import { useState, type ReactElement } from 'react';
import type { PlannedRow, RowDecision } from '#domain/import/plan-import';
import { rowProblemText } from './problem-texts';

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
        {planned.length} rows; {marked} with a remark.
      </p>
      <div className="scroll-box" tabIndex={0} role="region" aria-label="Preview">
        <table className="plain-table">
          <thead>
            <tr>
              <th>Row</th>
              <th>Title</th>
              <th>Fields</th>
              <th>What will happen</th>
              <th>Remarks</th>
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
          Show all {ordered.length} rows
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
      return <>New issue</>;
    case 'merge':
      return <>Fill the blanks of {action.issue.key}</>;
    case 'leave':
      return <>{action.why === 'no-title' ? 'Left out: no title' : 'Left out'}</>;
    case 'ask':
      return (
        <select
          aria-label={`Decide about row ${String(row.number)}`}
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === '') return;
            onDecide(row.number, value === 'make' || value === 'leave' ? value : { issue: value });
          }}
        >
          <option value="">This title occurs twice: decide …</option>
          <option value="make">Make a new issue</option>
          {action.candidates.map(({ id, key, summary }) => (
            <option key={id} value={id}>
              Fill {key} {summary}
            </option>
          ))}
          <option value="leave">Leave it out</option>
        </select>
      );
  }
}
