import type { ReactElement } from 'react';
import { agreeOn, type ProjectSettings } from '#domain/settings/settings';
import { nameOfQuadrant } from '#domain/scoring/scoring-settings';
import { movesBetween, type Standing, type Shift } from '#domain/scoring/moves-between';
import { useRated } from './use-rated';

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
    return <p className="quiet small">Looking at what would move …</p>;
  if (rated === 'failed' || ratedBefore === 'failed')
    return <p className="quiet small">What would move cannot be shown: Jira did not answer.</p>;
  const shifts = movesBetween(
    { settings: before, issues: ratedBefore },
    { settings: after, issues: rated },
  );
  const moved = shifts.reduce((sum, { keys }) => sum + keys.length, 0);
  return (
    <section className="preview" aria-label="What would move">
      <h2>What would move</h2>
      <p>
        {moved} of {rated.length} rated use cases would change their quadrant.
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
    if (standing === 'unscored') return 'Not scored';
    return standing === 'ranked' ? 'Ranked' : nameOfQuadrant(settings, standing);
  };
  const shown = keys.slice(0, 5).join(', ');
  const more = keys.length > 5 ? ` and ${String(keys.length - 5)} more` : '';
  return `${String(keys.length)} from ${name(before, from)} to ${name(after, to)}: ${shown}${more}`;
}
