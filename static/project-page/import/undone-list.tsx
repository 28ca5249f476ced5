import type { ReactElement } from 'react';
import type { Work } from '#domain/import/worked-on';
import type { UndoEnd, UndoneImport } from '#bulk/import/undo-import';
import { messageFor, nothingLost } from '../../shared/messages';
import { namesOf } from '../use-cases/outcome-lines';
import { useProject } from '../project-context';
import { t, textsOf } from '../../shared/texts';

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
        {t('pages.undoneList.takenBackDeletedRestoredStay', {
          deleted,
          restored,
          kept: ends.length - deleted - restored,
        })}
      </p>
      <ul className="bullets small" aria-label={t('pages.undoneList.notTakenBack')}>
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
              {t('pages.undoneList.tryTheThatFailedAgain', { failed })}
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
              {t('pages.undoneList.deleteTheThatOnlyA', { byRule })}
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
      return t('pages.undoneList.itWasDeletedBySomebody');
    case 'cleared':
      return t('pages.undoneList.youMayNotDeleteIt');
    case 'restored':
      return end.kept.length === 0
        ? undefined
        : t('pages.undoneList.somebodyChangedItSinceIt', { kept: namesOf(end.kept) });
    case 'holds':
      return t('pages.undoneList.itStaysBecauseBelowIt', { key: end.below.key });
    case 'kept':
      return t('pages.undoneList.itStays', { work: sentenceOf(end.work, end.by === 'rule') });
    case 'failed':
      return 'code' in end.error
        ? messageFor(end.error, project).text.replace(nothingLost(), '').trim()
        : t('pages.undoneList.jiraDidNotDeleteIt');
  }
}

/** What was done at an issue, in one sentence; the first few things are enough. */
function sentenceOf(work: readonly Work[], isRule: boolean): string {
  const told = work.slice(0, 3).map(({ did, what, by }) => {
    const who = by === '' ? t('pages.undoneList.somebody') : by;
    return `${who} ${workTexts[did](what)}`;
  });
  const more =
    work.length > 3 ? t('pages.undoneList.andDidMoreThings', { work: work.length - 3 }) : '';
  const since = isRule ? t('pages.undoneList.inTheFirstMinuteAs') : '';
  return `${told.join(', ')}${more}${since}.`;
}

const recordNames: Readonly<Record<string, string>> = textsOf({
  useCase: 'pages.undoneList.theUseCase',
  document: 'pages.undoneList.theDocument',
  rating: 'pages.undoneList.theRating',
});

const workTexts: Readonly<Record<Work['did'], (what: string) => string>> = {
  changed: (what) => t('pages.undoneList.changed', { what }),
  linked: (what) => t('pages.undoneList.changedALinkWith', { what }),
  commented: () => t('pages.undoneList.commented'),
  'logged-work': () => t('pages.undoneList.loggedWork'),
  attached: (what) => t('pages.undoneList.attached', { what }),
  moved: () => t('pages.undoneList.movedItToAnotherProject'),
  wrote: (what) => t('pages.undoneList.changed', { what: recordNames[what] ?? what }),
  'added-child': (what) => t('pages.undoneList.addedBelowIt', { what }),
};
