import type { ReactElement } from 'react';
import type { Filter } from './picture';
import type { SeenPicture } from './use-picture';

/** Where everybody is: the counts add up, so that nobody is hidden. */
export function SumLine({
  picture,
  filter,
}: {
  readonly picture: SeenPicture;
  readonly filter: Filter;
}): ReactElement {
  return (
    <p className="quiet" role="status">
      {textOf(picture, filter)}
    </p>
  );
}

function textOf({ state, all, seen, unscored }: SeenPicture, { kind }: Filter): string {
  const say = (count: number): string => count.toLocaleString('en');
  if (state.phase === 'checking') return `Checking ${say(placesIn(state.shadows))} issues …`;
  if (state.phase === 'loading')
    return state.known === 0
      ? 'Reading the project …'
      : `${say(state.issues.length)} of ${say(state.known)} issues are here …`;
  const noun = kind === 'story' ? 'stories' : 'use cases';
  const ofKind = all.filter((mark) => mark.kind === kind).length;
  const open = unscored.filter((each) => each.kind === kind).length;
  const filtered = ofKind - seen.length;
  const outside = filtered === 0 ? '' : `${say(filtered)} outside the filter, `;
  return `${say(ofKind + open)} ${noun}: ${say(seen.length)} on the chart, ${outside}${say(open)} not scored, 0 hidden.`;
}

function placesIn(shadows: Float32Array | undefined): number {
  return (shadows?.length ?? 0) / 2;
}
