import { useEffect, useState } from 'react';
import type { ProjectSettings } from '#domain/settings/settings';
import { loadRatings, type RatedIssue } from '#bulk/score-project';
import { useSettingsWorld } from './settings-world';

type Rated = readonly RatedIssue[] | 'loading' | 'failed';

/**
 * Every use case of the project that somebody answered about, of the types and with the estimates that
 * some settings name, read when a section shows them. Without settings nothing is read.
 */
export function useRated(settings: ProjectSettings): Rated;
export function useRated(settings: ProjectSettings | undefined): Rated | undefined;
export function useRated(settings: ProjectSettings | undefined): Rated | undefined {
  const world = useSettingsWorld();
  const estimateField = settings?.estimateField;
  const hidden = settings?.hiddenTypes.join(',') ?? '';
  const [rated, setRated] = useState<Rated>('loading');
  useEffect(() => {
    if (estimateField === undefined) return undefined;
    const hiddenTypes = hidden.split(',');
    let current = true;
    setRated('loading');
    void loadRatings(world, world.project, { estimateField, hiddenTypes }).then((found) => {
      if (current) setRated(found.ok ? found.value : 'failed');
    });
    return () => {
      current = false;
    };
  }, [world, estimateField, hidden]);
  return estimateField === undefined ? undefined : rated;
}
