import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { isJsonObject } from '#domain/use-case/json';
import { useWorkspace } from '../../shared/record/workspace-context';

// What a score is made of is for a second look; the first picture does not wait for it.
const ValueEffort = lazy(() => import('./value-effort'));

const settlePause = 1_200;

/** The stored score in a line at once, and the whole section when the panel has come to rest. */
export function ScoreGlance(): ReactElement {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(true);
    }, settlePause);
    return () => {
      clearTimeout(timer);
    };
  }, []);
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
  const score = typeof stored === 'number' ? `Score ${wording.figure(stored, '')}` : 'No score yet';
  return (
    <div className="ruled glance">
      <h2 className="label">Value and effort</h2>
      <p>{score}</p>
    </div>
  );
}
