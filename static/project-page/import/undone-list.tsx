import type { ReactElement } from 'react';
import type { Work } from '#domain/import/worked-on';
import type { UndoEnd, UndoneImport } from '#bulk/import/undo-import';
import { messageFor, nothingLost } from '../../shared/messages';
import { namesOf } from '../use-cases/outcome-lines';
import { useProject } from '../project-context';

/** What became of each issue of an import that was taken back, and the way to go on. */
export function UndoneList({
  undone,
  onUndo,
}: {
  readonly undone: UndoneImport;
  /** Goes on with the undo; undefined while it is under way. */
  readonly onUndo: ((withRules: boolean) => void) | undefined;
}): ReactElement {
  const { projectName } = useProject();
  const ends = [...undone.values()];
  const count = (wanted: (end: UndoEnd) => boolean): number =>
    ends.filter(({ end }) => wanted(end)).length;
  const deleted = count(({ end }) => end === 'deleted');
  const restored = count(({ end }) => end === 'restored');
  const failed = count(({ end }) => end === 'failed');
  const byRule = count((end) => end.end === 'kept' && end.by === 'rule');
  const lines = ends.flatMap(({ issue, end }) => {
    const text = textOf(end, projectName);
    return text === undefined ? [] : [{ issue, text }];
  });
  return (
    <div className="stack">
      <p role="status">
        Taken back: {deleted} deleted, {restored} restored, {ends.length - deleted - restored} stay.
      </p>
      <ul className="bullets small" aria-label="Not taken back">
        {lines.map(({ issue, text }) => (
          <li key={issue.id}>
            {issue.key}: {text}
          </li>
        ))}
      </ul>
      {onUndo === undefined || failed + byRule === 0 ? null : (
        <div className="actions">
          {failed > 0 ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                onUndo(false);
              }}
            >
              Try the {failed} that failed again
            </button>
          ) : null}
          {byRule > 0 ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                onUndo(true);
              }}
            >
              Delete the {byRule} that only a rule changed
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}

function textOf(end: UndoEnd, project: string): string | undefined {
  switch (end.end) {
    case 'deleted':
      return undefined;
    case 'gone':
      return 'it was deleted by somebody else, or you may no longer see it.';
    case 'cleared':
      return 'you may not delete it. What the import wrote in it was removed.';
    case 'restored':
      return end.kept.length === 0
        ? undefined
        : `${namesOf(end.kept)}: somebody changed it since; it stays as they left it.`;
    case 'holds':
      return `it stays, because ${end.below.key} below it stays.`;
    case 'kept':
      return `it stays. ${sentenceOf(end.work, end.by === 'rule')}`;
    case 'failed':
      return 'code' in end.error
        ? messageFor(end.error, project).text.replace(nothingLost, '').trim()
        : 'Jira did not delete it. Try again.';
  }
}

/** What was done at an issue, in one sentence; the first few things are enough. */
function sentenceOf(work: readonly Work[], isRule: boolean): string {
  const told = work.slice(0, 3).map(({ did, what, by }) => {
    const who = by === '' ? 'Somebody' : by;
    return `${who} ${workTexts[did](what)}`;
  });
  const more = work.length > 3 ? ` and did ${String(work.length - 3)} more things` : '';
  const since = isRule ? ' in the first minute, as a rule of Automation would' : '';
  return `${told.join(', ')}${more}${since}.`;
}

const recordNames: Readonly<Record<string, string>> = {
  useCase: 'the use case',
  document: 'the document',
  rating: 'the rating',
};

const workTexts: Readonly<Record<Work['did'], (what: string) => string>> = {
  changed: (what) => `changed ${what}`,
  linked: (what) => `changed a link with ${what}`,
  commented: () => 'commented',
  'logged-work': () => 'logged work',
  attached: (what) => `attached ${what}`,
  moved: () => 'moved it to another project',
  wrote: (what) => `changed ${recordNames[what] ?? what}`,
  'added-child': (what) => `added ${what} below it`,
};
