import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { isJsonObject } from '#domain/use-case/json';
import { useWorkspace } from '../../shared/record/workspace-context';
import { t, withTexts } from '../../shared/texts';

// What a score is made of is for a second look; the first picture does not wait for it.
const load = withTexts(() => import('./value-effort'), 'screens', 'rating', 'shared');
const ValueEffort = lazy(load);

const settlePause = 1_200;

/**
 * The stored score in a line at once, and the whole section when the panel has come to rest. It is taller
 * than the line: it does not push away what somebody is editing.
 */
export function ScoreGlance(): ReactElement {
  const isEditing = useWorkspace().state.open.length > 0;
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (isEditing || settled) return undefined;
    let isResting = true;
    const timer = setTimeout(() => {
      void load().then(() => {
        if (isResting) setSettled(true);
      });
    }, settlePause);
    return () => {
      isResting = false;
      clearTimeout(timer);
    };
  }, [isEditing, settled]);
  return settled ? (
    <Suspense fallback={<Glance />}>
      <ValueEffort />
    </Suspense>
  ) : (
    <Glance />
  );
}

function Glance(): ReactElement {
  const { state, wording } = useWorkspace();
  const raw = state.subject?.raw.score;
  const stored = isJsonObject(raw) ? raw['score'] : undefined;
  const score =
    typeof stored === 'number'
      ? t('panel.scoreGlance.score', { stored: wording.figure(stored, '') })
      : t('panel.scoreGlance.noScoreYet');
  return (
    <div className="ruled glance">
      <h2 className="label">{t('panel.scoreGlance.valueAndEffort')}</h2>
      <p>{score}</p>
    </div>
  );
}
