import { useMemo, useState, type ReactElement } from 'react';
import type { FoundProgramme } from '#domain/import/found-programme';
import { programmeChanges } from '#domain/import/programme-changes';
import type { ProgrammeChange } from '#domain/programme/programme-change';
import { Notice } from '../../shared/notice';
import { OutcomeText } from '../../shared/outcome-text';
import { listTexts, textTitles } from '../programme/programme-texts';
import { useProgramme } from '../programme/use-programme';
import { useProject } from '../project-context';
import { t } from '../../shared/texts';

/** What a page tells of the programme: looked at, ticked, and taken over by a project admin. */
export function ProgrammeFinding({
  found,
  onAgain,
}: {
  readonly found: FoundProgramme;
  readonly onAgain: () => void;
}): ReactElement {
  const { store, programme, mayAdminister, projectName, go } = useProject();
  const { outcome, change } = useProgramme();
  // What is there already is asked once; taking over changes it.
  const [start] = useState(programme.programme);
  const changes = useMemo(
    () => programmeChanges(found, start, store.world.newId),
    [found, start, store],
  );
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const wanted = changes.filter((_, index) => !left.has(index));
  return (
    <div className="stack">
      <p>
        {t('pages.programmeFinding.thisPageIsAboutThe', { changesCount: changes.length })}{' '}
        <span className="quiet">
          {t('pages.programmeFinding.headings', {
            list: found.headings.map(({ heading }) => heading).join(' · '),
          })}
        </span>
      </p>
      {mayAdminister ? null : (
        <Notice tone="info" title={t('pages.programmeFinding.youCanReadThis')}>
          <p>{t('pages.programmeFinding.takingItOverIsFor', { projectName })}</p>
        </Notice>
      )}
      <div
        className="scroll-box"
        tabIndex={0}
        role="region"
        aria-label={t('pages.programmeFinding.found')}
      >
        <Changes changes={changes} left={left} onLeft={setLeft} />
      </div>
      <OutcomeText outcome={outcome} project={projectName} />
      <div className="actions">
        <button
          type="button"
          className="button button-primary"
          disabled={!mayAdminister || wanted.length === 0 || outcome.outcome === 'saving'}
          onClick={() =>
            void change(wanted).then((done) => {
              if (done) go('/programme');
            })
          }
        >
          {t('pages.programmeFinding.takeOver2', { wantedCount: wanted.length })}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {t('pages.programmeFinding.back')}
        </button>
      </div>
    </div>
  );
}

function Changes({
  changes,
  left,
  onLeft,
}: {
  readonly changes: readonly ProgrammeChange[];
  /** Those that are not taken over. */
  readonly left: ReadonlySet<number>;
  readonly onLeft: (left: ReadonlySet<number>) => void;
}): ReactElement {
  return (
    <table className="plain-table">
      <tbody>
        {changes.map((each, index) => (
          <tr key={index}>
            <td>
              <input
                type="checkbox"
                aria-label={t('pages.programmeFinding.takeOver', { each: titleOf(each) })}
                checked={!left.has(index)}
                onChange={() => {
                  const next = new Set(left);
                  if (!next.delete(index)) next.add(index);
                  onLeft(next);
                }}
              />
            </td>
            <td className="quiet">
              {'list' in each ? listTexts[each.list].title : textTitles[each.text]}
            </td>
            <td dir="auto">
              <strong>{'list' in each ? (each.next?.name ?? '') : ''}</strong>
              <p className="prose small">{detailOf(each)}</p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function titleOf(change: ProgrammeChange): string {
  return 'list' in change ? (change.next?.name ?? '') : textTitles[change.text];
}

function detailOf(change: ProgrammeChange): string {
  if ('text' in change) return change.next;
  return Object.entries(change.next ?? {})
    .flatMap(([attribute, value]) => (attribute === 'id' || attribute === 'name' ? [] : value))
    .filter((value) => typeof value === 'string' && value !== '')
    .join('\n');
}
