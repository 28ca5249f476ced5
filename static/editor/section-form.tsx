import { lazy, Suspense, type ReactElement } from 'react';
import { useWorkspace } from '../shared/record/workspace-context';
import { FieldEditor } from './field-editor';
import { sections, type Section } from '#domain/fields/columns/sections';
import { StoryLink } from './story-link';

const ClashChoice = lazy(() => import('../shared/record/clash-choice'));

/** One section with its questions, and the way to the sections beside it. */
export function SectionForm({
  section,
  onGo,
}: {
  readonly section: Section;
  readonly onGo: (id: string) => void;
}): ReactElement {
  const { state } = useWorkspace();
  const index = sections.indexOf(section);
  const [before, after] = [sections[index - 1], sections[index + 1]];
  return (
    <section aria-label={section.title}>
      <h2 className="editor-title">{section.title}</h2>
      {section.id === 'story' ? <StoryLink /> : null}
      {section.fields.map((field) => {
        const clash = state.clashes.find((each) => each.field === field);
        return clash === undefined ? (
          <FieldEditor key={field} field={field} />
        ) : (
          <Suspense key={field} fallback={<div className="bone" />}>
            <ClashChoice clash={clash} />
          </Suspense>
        );
      })}
      <div className="spread">
        {before === undefined ? (
          <span />
        ) : (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              onGo(before.id);
            }}
          >
            ‹ {before.title}
          </button>
        )}
        {after === undefined ? null : (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              onGo(after.id);
            }}
          >
            {after.title} ›
          </button>
        )}
      </div>
    </section>
  );
}
