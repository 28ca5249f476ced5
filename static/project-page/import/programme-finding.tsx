import { useMemo, useState, type ReactElement } from 'react';
import type { FoundProgramme } from '#domain/import/found-programme';
import { programmeChanges } from '#domain/import/programme-changes';
import type { ProgrammeChange } from '#domain/programme/programme-change';
import { Notice } from '../../shared/notice';
import { OutcomeText } from '../../shared/outcome-text';
import { listTexts, textTitles } from '../programme/programme-texts';
import { useProgramme } from '../programme/use-programme';
import { useProject } from '../project-context';

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
        This page is about the programme. {changes.length} things in it are not there yet.{' '}
        <span className="quiet">
          Headings: {found.headings.map(({ heading }) => heading).join(' · ')}
        </span>
      </p>
      {mayAdminister ? null : (
        <Notice tone="info" title="You can read this">
          <p>Taking it over is for people who administer {projectName}.</p>
        </Notice>
      )}
      <div className="scroll-box" tabIndex={0} role="region" aria-label="Found">
        <table className="plain-table">
          <tbody>
            {changes.map((each, index) => (
              <tr key={index}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Take over ${titleOf(each)}`}
                    checked={!left.has(index)}
                    onChange={() => {
                      const next = new Set(left);
                      if (!next.delete(index)) next.add(index);
                      setLeft(next);
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
          Take over {wanted.length}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          Back
        </button>
      </div>
    </div>
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
