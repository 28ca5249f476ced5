import type { ReactElement } from 'react';
import type { Filter } from '#domain/quadrant/picture';
import type { PictureState } from './data/picture-state';
import type { SeenPicture } from './data/use-picture';
import { t } from '../../shared/texts';
import { countOf } from '../../shared/say-figures';

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
  if (state.phase !== 'ready') return progressOf(state);
  // Whatever is not scored may be no use case yet: together they are issues.
  const known = [...all.marks, ...all.unscored].filter((each) => each.kind === kind).length;
  const filtered = known - seen.length - unscored.length;
  const outside =
    filtered === 0 ? '' : t('quadrant.sumLine.outsideTheFilter', { filtered: countOf(filtered) });
  const key =
    kind === 'story'
      ? 'quadrant.sumLine.storiesOnTheChart'
      : 'quadrant.sumLine.onTheChartNotScored';
  return t(key, {
    count: countOf(known + state.unread),
    shown: countOf(seen.length),
    outside,
    unscored: countOf(unscored.length),
    hidden: countOf(state.unread),
  });
}

function progressOf(state: PictureState): string {
  const { phase, known, issues, shadows, slowDown } = state;
  const here = t('quadrant.sumLine.ofIssuesAreHere', {
    issuesCount: countOf(issues.length),
    known: countOf(known),
  });
  if (slowDown !== undefined) {
    const rest = phase === 'checking' || known === 0 ? '' : `; ${here}`;
    return t('quadrant.sumLine.jiraAsksUsToSlow', { slowDown: countOf(Math.ceil(slowDown)), rest });
  }
  if (phase === 'checking')
    return t('quadrant.sumLine.checkingIssues', { shadows: countOf(placesIn(shadows)) });
  return known === 0 ? t('quadrant.sumLine.readingTheProject') : `${here} …`;
}

function placesIn(shadows: Float32Array | undefined): number {
  return (shadows?.length ?? 0) / 2;
}
