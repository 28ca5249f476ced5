import { lazy, Suspense, type ReactElement } from 'react';
import type { LiveScene } from './chart-props';
import type { Noticing, Picking, WithPicture, WithStore } from '../data/page-parts';
import { withTexts } from '../../../shared/texts';

const Lasso = lazy(withTexts(() => import('./lasso'), 'tools'));
const PickedMarks = lazy(() => import('./picked-marks'));
const Quartiles = lazy(withTexts(() => import('./quartiles'), 'tools'));
const ThresholdHandles = lazy(withTexts(() => import('./threshold-handles'), 'tools'));

type Uses = WithStore & WithPicture & Picking & Noticing;

/** What lies over the picture, each when it is needed: picks, lasso, quarters, movable thresholds. */
export function Layers({
  page,
  scene,
}: {
  readonly page: Uses;
  readonly scene: LiveScene;
}): ReactElement | null {
  const { picks, picture } = page;
  const { subject, phase } = picture.state;
  if (phase !== 'ready') return null;
  const { value, effort } = scene.look.model.thresholds;
  const split = value !== null && effort !== null;
  return (
    <Suspense>
      {picks.ids.size > 0 ? <PickedMarks scene={scene} picks={picks} /> : null}
      {split ? null : <Quartiles page={page} scene={scene} />}
      {split && subject?.mayAdminister === true ? (
        <ThresholdHandles page={page} scene={scene} />
      ) : null}
      {picks.lasso ? <Lasso page={page} scene={scene} /> : null}
    </Suspense>
  );
}
