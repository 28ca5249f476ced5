import { useEffect, useState } from 'react';
import { loadRatings, type RatedIssue } from '../../src/operations/score-project';
import { useSettingsWorld } from './settings-world';

type Rated = readonly RatedIssue[] | 'loading' | 'failed';

/**
 * Every use case of the project that somebody answered about, with the estimates of a field, read when a
 * section shows them. Without a field nothing is read.
 */
export function useRated(estimateField: string): Rated;
export function useRated(estimateField: string | undefined): Rated | undefined;
export function useRated(estimateField: string | undefined): Rated | undefined {
  const world = useSettingsWorld();
  const [rated, setRated] = useState<Rated>('loading');
  useEffect(() => {
    if (estimateField === undefined) return undefined;
    let current = true;
    setRated('loading');
    void loadRatings(world, world.project, estimateField).then((found) => {
      if (current) setRated(found.ok ? found.value : 'failed');
    });
    return () => {
      current = false;
    };
  }, [world, estimateField]);
  return estimateField === undefined ? undefined : rated;
}
