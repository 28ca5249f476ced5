import type { ReactElement } from 'react';
import type { Filter } from '#domain/quadrant/picture';
import type { PictureState } from './data/picture-state';
import type { SeenPicture } from './data/use-picture';
import { t } from '../../shared/texts';

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
          {t('quadrant.sumLine.jiraDidNotTellWhat')}{' '}
          <button type="button" className="link-button" onClick={onReadAgain}>
            {t('quadrant.sumLine.readAgain')}
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
  const outside =
    filtered === 0 ? '' : t('quadrant.sumLine.outsideTheFilter', { filtered: say(filtered) });
  return t('quadrant.sumLine.onTheChartNotScored', {
    unread: say(known + state.unread),
    noun,
    seenCount: say(seen.length),
    outside,
    unscoredCount: say(unscored.length),
    unread2: say(state.unread),
  });
}

function progressOf(state: PictureState, say: (count: number) => string): string {
  const { phase, known, issues, shadows, slowDown } = state;
  const here = t('quadrant.sumLine.ofIssuesAreHere', {
    issuesCount: say(issues.length),
    known: say(known),
  });
  if (slowDown !== undefined) {
    const rest = phase === 'checking' || known === 0 ? '' : `; ${here}`;
    return t('quadrant.sumLine.jiraAsksUsToSlow', { slowDown: say(Math.ceil(slowDown)), rest });
  }
  if (phase === 'checking')
    return t('quadrant.sumLine.checkingIssues', { shadows: say(placesIn(shadows)) });
  return known === 0 ? t('quadrant.sumLine.readingTheProject') : `${here} …`;
}

function placesIn(shadows: Float32Array | undefined): number {
  return (shadows?.length ?? 0) / 2;
}
