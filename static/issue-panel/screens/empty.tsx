import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { opensStorySentence, readStorySentence } from '#domain/fill/read-story-sentence';
import { PageGlyph, TextGlyph } from '../../shared/glyphs';
import { openProjectPage } from '../../shared/bridge';
import type { RelatedIssue } from '#ports/issue-records';
import type { WorkspaceState } from '../../shared/record/workspace-state';
import { editAll } from '../edit-all';
import { openFill, useFillOnPaste } from '../use-fill';
import './empty.css';
import { useWorkspace } from '../../shared/record/workspace-context';

// An issue can be scored before it is described: a backlog is sorted first.
const ValueEffort = lazy(() => import('../parts/value-effort'));

/** An issue without a record: what a use case is good for, and ways to begin. */
export default function Empty(): ReactElement {
  const { workspace, state, mayEdit } = useWorkspace();
  useFillOnPaste(workspace, mayEdit);
  if (!mayEdit) {
    return (
      <>
        <p className="quiet">
          This issue is not described as a use case. Describing it needs the Edit Issues permission
          in {state.subject?.projectName}.
        </p>
        <Suspense>
          <ValueEffort />
        </Suspense>
      </>
    );
  }
  const description = state.subject?.description ?? '';
  const cloned = originalOf(state) !== undefined;
  return (
    <>
      <h2 className="heading">Make this issue a use case</h2>
      <p className="quiet">
        Say why it matters, who it is for and how you will know that it worked.
      </p>
      {cloned ? <CopyStart /> : null}
      <Start
        glyph={<TextGlyph />}
        title="Start from text"
        text="Paste a story, a brief or a use-case document. You see what was understood before anything is saved."
        onStart={() => {
          openFill(workspace, '');
        }}
      />
      <Start
        glyph={<PageGlyph />}
        title="Start from a template"
        text="Use cases that others have found worth doing stand on Northstar’s page of the project."
        onStart={() => void openProjectPage(projectKeyOf(state), '/templates')}
      />
      {cloned ? null : <CopyStart />}
      <Start
        glyph={<PageGlyph />}
        title="Start blank"
        text="Begin with why; the other questions follow."
        onStart={() => {
          workspace.openGroup('why');
        }}
      />
      {storyIn(description) ? <StoryStart description={description} /> : null}
      <Suspense>
        <ValueEffort />
      </Suspense>
    </>
  );
}

/** The description already says whose wish it is. */
function StoryStart({ description }: { readonly description: string }): ReactElement {
  const { workspace } = useWorkspace();
  return (
    <div className="ruled">
      <p className="quiet small">The description already holds a story sentence.</p>
      <button
        type="button"
        className="link-button small"
        onClick={() => {
          openFill(workspace, description);
        }}
      >
        Use it as a start
      </button>
    </div>
  );
}

/** Beginning with what another use case says; a clone begins with its original. */
function CopyStart(): ReactElement {
  const { workspace, state } = useWorkspace();
  const original = originalOf(state);
  return (
    <Start
      glyph={<PageGlyph />}
      title={original ? `Copy from ${original.key}` : 'Copy from another use case'}
      text={
        original
          ? 'This issue was cloned from it. You see what was copied before anything is saved.'
          : 'Find one that is like it; you see what was copied before anything is saved.'
      }
      onStart={() => {
        editAll(workspace, state);
      }}
    />
  );
}

/** The part of an issue's key that names its project. */
function projectKeyOf({ subject }: WorkspaceState): string {
  return subject?.key.replace(/-\d+$/u, '') ?? '';
}

function originalOf({ subject }: WorkspaceState): RelatedIssue | undefined {
  return subject?.related.find(({ relation }) => relation === 'original');
}

function storyIn(description: string): boolean {
  return description
    .split('\n')
    .some((line) => opensStorySentence(line) && readStorySentence(line) !== undefined);
}

function Start({
  glyph,
  title,
  text,
  onStart,
}: {
  readonly glyph: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly onStart: () => void;
}): ReactElement {
  return (
    <button type="button" className="start" onClick={onStart}>
      {glyph}
      <span>
        <strong>{title}</strong>
        <span className="quiet small">{text}</span>
      </span>
    </button>
  );
}
