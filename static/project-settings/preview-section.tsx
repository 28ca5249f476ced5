import type { ReactElement } from 'react';
import { agreeOn, type ProjectSettings } from '#domain/settings/settings';
import { nameOfQuadrant } from '#domain/scoring/scoring-settings';
import { movesBetween, type Standing, type Shift } from '#domain/scoring/moves-between';
import { useRated } from './use-rated';
import { t } from '../shared/texts';

/** What would move if these settings were saved. */
export function PreviewSection({
  before,
  after,
}: {
  readonly before: ProjectSettings;
  readonly after: ProjectSettings;
}): ReactElement {
  const rated = useRated(after);
  const alike = agreeOn('estimateField', before, after) && agreeOn('hiddenTypes', before, after);
  const ratedBefore = useRated(alike ? undefined : before) ?? rated;
  if (rated === 'loading' || ratedBefore === 'loading')
    return <p className="quiet small">{t('settings.previewSection.lookingAtWhatWouldMove')}</p>;
  if (rated === 'failed' || ratedBefore === 'failed')
    return <p className="quiet small">{t('settings.previewSection.whatWouldMoveCannotBe')}</p>;
  const shifts = movesBetween(
    { settings: before, issues: ratedBefore },
    { settings: after, issues: rated },
  );
  const moved = shifts.reduce((sum, { keys }) => sum + keys.length, 0);
  return (
    <section className="preview" aria-label={t('settings.previewSection.whatWouldMove')}>
      <h2>{t('settings.previewSection.whatWouldMove')}</h2>
      <p>
        {t('settings.previewSection.ofRatedUseCasesWould', { moved, ratedCount: rated.length })}
      </p>
      <ul>
        {shifts.map((shift) => (
          <li key={`${shift.from}-${shift.to}`}>{told(shift, before, after)}</li>
        ))}
      </ul>
    </section>
  );
}

function told({ from, to, keys }: Shift, before: ProjectSettings, after: ProjectSettings): string {
  const name = (settings: ProjectSettings, standing: Standing): string => {
    if (standing === 'unscored') return t('settings.previewSection.notScored');
    return standing === 'ranked'
      ? t('settings.previewSection.ranked')
      : nameOfQuadrant(settings, standing);
  };
  const shown = keys.slice(0, 5).join(', ');
  const more =
    keys.length > 5 ? t('settings.previewSection.andMore', { keys: keys.length - 5 }) : '';
  return t('settings.previewSection.fromTo', {
    keysCount: keys.length,
    from: name(before, from),
    to: name(after, to),
    shown,
    more,
  });
}
