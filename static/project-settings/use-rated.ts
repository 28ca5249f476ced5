import { useEffect, useState } from 'react';
import { loadRatings, type RatedIssue } from '../../src/operations/score-project';
import { useSettingsWorld } from './settings-world';

/** Every use case of the project that somebody answered about, read when a section shows them. */
export function useRated(estimateField: string): readonly RatedIssue[] | 'loading' | 'failed' {
  const world = useSettingsWorld();
  const [rated, setRated] = useState<readonly RatedIssue[] | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let current = true;
    void loadRatings(world, world.project, estimateField).then((found) => {
      if (current) setRated(found.ok ? found.value : 'failed');
    });
    return () => {
      current = false;
    };
  }, [world, estimateField]);
  return rated;
}
