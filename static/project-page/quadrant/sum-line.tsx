import type { ReactElement } from 'react';
import type { Filter } from '#domain/quadrant/picture';
import type { PictureState } from './data/picture-state';
import type { SeenPicture } from './data/use-picture';

/** Where everybody is: the counts add up, so that nobody is hidden. */
export function SumLine({
  picture,
  filter,
  onReadAgain,
}: {
  readonly picture: SeenPicture;
  readonly filter: Filter;
  readonly onReadAgain: () => void;
}): ReactElement {
  const { state } = picture;
  return (
    <p className="quiet" role="status">
      {textOf(picture, filter)}
      {state.phase === 'ready' && state.unread > 0 ? (
        <>
          {' '}
          Jira did not tell what they are.{' '}
          <button type="button" className="link-button" onClick={onReadAgain}>
            Read again
          </button>
        </>
      ) : null}
    </p>
  );
}

function textOf({ state, all, seen, unscored }: SeenPicture, { kind }: Filter): string {
  const say = (count: number): string => count.toLocaleString('en');
  if (state.phase !== 'ready') return progressOf(state, say);
  // Whatever is not scored may be no use case yet: together they are issues.
  const noun = kind === 'story' ? 'stories' : 'issues';
  const known = [...all.marks, ...all.unscored].filter((each) => each.kind === kind).length;
  const filtered = known - seen.length - unscored.length;
  const outside = filtered === 0 ? '' : `${say(filtered)} outside the filter, `;
  return `${say(known + state.unread)} ${noun}: ${say(seen.length)} on the chart, ${outside}${say(unscored.length)} not scored, ${say(state.unread)} hidden.`;
}

function progressOf(state: PictureState, say: (count: number) => string): string {
  const { phase, known, issues, shadows, slowDown } = state;
  const here = `${say(issues.length)} of ${say(known)} issues are here`;
  if (slowDown !== undefined) {
    const rest = phase === 'checking' || known === 0 ? '' : `; ${here}`;
    return `Jira asks us to slow down. Going on in ${say(Math.ceil(slowDown))} seconds${rest}.`;
  }
  if (phase === 'checking') return `Checking ${say(placesIn(shadows))} issues …`;
  return known === 0 ? 'Reading the project …' : `${here} …`;
}

function placesIn(shadows: Float32Array | undefined): number {
  return (shadows?.length ?? 0) / 2;
}
