import type { ReactElement } from 'react';
import { CheckGlyph, GapGlyph } from '../shared/glyphs';
import { useWorkspace } from '../shared/record/workspace-context';
import { sections, type Section } from '#domain/fields/columns/sections';
import { answeredIn } from './sections';

const groups = ['Use case', 'Story', 'Document'] as const;

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
    <nav className="section-nav" aria-label="Sections">
      <p>
        <strong>
          {filled} of {sections.length}
        </strong>{' '}
        <span className="quiet small">sections begun</span>
      </p>
      <progress aria-label="Sections begun" value={filled} max={sections.length} />
      {groups.map((group) => (
        <div key={group}>
          <h2 className="label">{group}</h2>
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
        {drafted ? <span className="quiet small"> · changed</span> : null}
      </span>
      <span className="quiet small">{all > 1 ? `${String(answered)} of ${String(all)}` : ''}</span>
    </button>
  );
}
