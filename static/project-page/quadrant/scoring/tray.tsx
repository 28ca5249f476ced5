import type { ReactElement } from 'react';
import type { Unscored } from '#domain/quadrant/picture';
import { topCount } from '../data/use-choice';
import { t } from '../../../shared/texts';
import { countOf } from '../../../shared/say-figures';

/** Everything without a score, in Jira's rank, and the way to begin. */
export function Tray({
  unscored,
  mayEdit,
  next,
  onChoose,
  onStart,
}: {
  readonly unscored: readonly Unscored[];
  readonly mayEdit: boolean;
  /** How far a run through the top of the backlog is; undefined where none is under way. */
  readonly next: { readonly at: number; readonly of: number } | undefined;
  readonly onChoose: (item: Unscored) => void;
  readonly onStart: () => void;
}): ReactElement | null {
  if (unscored.length === 0) return null;
  const count = Math.min(topCount, unscored.length);
  return (
    <section className="tray" aria-label={t('quadrant.tray.notScoredYet')}>
      <div className="actions">
        <strong>
          {t('quadrant.tray.notScoredYet2', {
            unscoredCount: countOf(unscored.length),
          })}
        </strong>
        {mayEdit ? (
          <button type="button" className="button button-primary" onClick={onStart}>
            {next === undefined
              ? t('quadrant.tray.startWithYourTop', { count })
              : t('quadrant.tray.scoringOf', { at: next.at, of: next.of })}
          </button>
        ) : null}
      </div>
      <ul className="tray-list">
        {unscored.slice(0, 100).map((item) => (
          <li key={item.issue.id}>
            <button
              type="button"
              className="tray-item"
              draggable={mayEdit}
              data-issue={item.issue.id}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', item.issue.id);
              }}
              onClick={() => {
                onChoose(item);
              }}
            >
              <span className="quiet">{item.issue.key}</span> {item.issue.summary}
            </button>
          </li>
        ))}
      </ul>
      {unscored.length > 100 ? (
        <p className="quiet small">{t('quadrant.tray.theFirst100InJiras')}</p>
      ) : null}
    </section>
  );
}
