import { useEffect, useState, type ReactElement } from 'react';
import { scoreToNewest } from '#bulk/score-project';
import { useSettingsWorld } from './settings-world';
import { t } from '../shared/texts';

/** Makes the stored scores of the project anew after a change, and says how far it is. */
export function ScoresNote({ stored }: { readonly stored: unknown }): ReactElement {
  const world = useSettingsWorld();
  const [text, setText] = useState('');
  useEffect(() => {
    const ports = { ...world, clock: { now: () => Date.now() } };
    void scoreToNewest(ports, world.project, stored, (done, all) => {
      setText(t('settings.scoresNote.ofScoresAreMadeAnew', { done, all }));
    }).then((made) => {
      if (!made.ok) {
        setText(t('settings.scoresNote.theStoredScoresWereNot'));
        return;
      }
      const { written, refused } = made.value;
      const left = refused === 0 ? '' : t('settings.scoresNote.areYoursToReadOnly', { refused });
      setText(t('settings.scoresNote.scoresWereMadeAnew', { written, left }));
    });
  }, [world, stored]);
  return (
    <p className="quiet small" role="status">
      {text}
    </p>
  );
}
