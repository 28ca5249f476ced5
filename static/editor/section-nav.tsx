import type { ReactElement } from 'react';
import { CheckGlyph, GapGlyph } from '../shared/glyphs';
import { useWorkspace } from '../shared/record/workspace-context';
import { sections, type Section } from '#domain/fields/columns/sections';
import { answeredIn } from './sections';
import { t } from '../shared/texts';

const groups = {
  'Use case': 'editor.sectionNav.useCase',
  Story: 'editor.sectionNav.story',
  Document: 'editor.sectionNav.document',
} as const;

/** Where one is and what is left. */
export function SectionNav({
  current,
  onChoose,
}: {
  readonly current: string;
  readonly onChoose: (id: string) => void;
}): ReactElement {
  const { values } = useWorkspace();
  const filled = sections.filter((section) => answeredIn(section, values) > 0).length;
  return (
    <nav className="section-nav" aria-label={t('editor.sectionNav.sections')}>
      <p>
        <strong>{t('editor.sectionNav.of', { filled, sectionsCount: sections.length })}</strong>{' '}
        <span className="quiet small">{t('editor.sectionNav.sectionsBegun')}</span>
      </p>
      <progress
        aria-label={t('editor.sectionNav.sectionsBegun2')}
        value={filled}
        max={sections.length}
      />
      {Object.entries(groups).map(([group, title]) => (
        <div key={group}>
          <h2 className="label">{t(title)}</h2>
          <ul>
            {sections
              .filter((section) => section.group === group)
              .map((section) => (
                <li key={section.id}>
                  <SectionLink
                    section={section}
                    chosen={section.id === current}
                    onChoose={onChoose}
                  />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function SectionLink({
  section,
  chosen,
  onChoose,
}: {
  readonly section: Section;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}): ReactElement {
  const { values, state } = useWorkspace();
  const answered = answeredIn(section, values);
  const all = section.fields.length;
  const drafted = section.fields.some((field) => state.drafts[field] !== undefined);
  return (
    <button
      type="button"
      className="section-link"
      aria-current={chosen ? 'true' : undefined}
      onClick={() => {
        onChoose(section.id);
      }}
    >
      <span className={answered === all ? 'sign-done' : 'sign-to-do'}>
        {answered === 0 ? <GapGlyph /> : <CheckGlyph />}
      </span>
      <span>
        {section.title}
        {drafted ? <span className="quiet small"> {t('editor.sectionNav.changed')}</span> : null}
      </span>
      <span className="quiet small">
        {all > 1 ? t('editor.sectionNav.of2', { answered, all }) : ''}
      </span>
    </button>
  );
}
