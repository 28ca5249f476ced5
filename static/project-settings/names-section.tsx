import type { ReactElement } from 'react';
import { quadrantNames, quadrants } from '#domain/scoring/quadrant';
import { QuadrantGlyph } from '../shared/rating/quadrant-badge';
import type { SectionProps } from './section-props';
import { t } from '../shared/texts';

/** What the quadrants are called. */
export function NamesSection({ settings, onChange }: SectionProps): ReactElement {
  return (
    <section aria-label={t('settings.namesSection.namesOfTheQuadrants')}>
      <h2>{t('settings.namesSection.namesOfTheQuadrants')}</h2>
      <div className="entry-row">
        {quadrants.map((quadrant) => (
          <label key={quadrant}>
            <span className="label with-glyph">
              <QuadrantGlyph quadrant={quadrant} /> {quadrantNames[quadrant]}
            </span>
            <input
              type="text"
              maxLength={40}
              placeholder={quadrantNames[quadrant]}
              value={settings.names[quadrant] ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value;
                const others = Object.entries(settings.names).filter(([each]) => each !== quadrant);
                const own = text.trim() === '' ? [] : [[quadrant, text] as const];
                onChange({ names: Object.fromEntries([...others, ...own]) });
              }}
            />
          </label>
        ))}
      </div>
    </section>
  );
}
