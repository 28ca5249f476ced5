import { useEffect, useState, type ReactElement } from 'react';
import { scoreToNewest } from '#bulk/score-project';
import { useSettingsWorld } from './settings-world';

/** Makes the stored scores of the project anew after a change, and says how far it is. */
export function ScoresNote({ stored }: { readonly stored: unknown }): ReactElement {
  const world = useSettingsWorld();
  const [text, setText] = useState('');
  useEffect(() => {
    const ports = { ...world, clock: { now: () => Date.now() } };
    void scoreToNewest(ports, world.project, stored, (done, all) => {
      setText(`${String(done)} of ${String(all)} scores are made anew …`);
    }).then((made) => {
      if (!made.ok) {
        setText('The stored scores were not made anew: Jira did not answer. Save again to try.');
        return;
      }
      const { written, refused } = made.value;
      const left = refused === 0 ? '' : ` ${String(refused)} are yours to read only and stay.`;
      setText(`${String(written)} scores were made anew.${left}`);
    });
  }, [world, stored]);
  return (
    <p className="quiet small" role="status">
      {text}
    </p>
  );
}
