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
import { t, withTexts } from '../../shared/texts';

// An issue can be scored before it is described: a backlog is sorted first.
const ValueEffort = lazy(
  withTexts(() => import('../parts/value-effort'), 'screens', 'rating', 'shared'),
);

/** An issue without a record: what a use case is good for, and ways to begin. */
export default function Empty(): ReactElement {
  const { workspace, state, mayEdit } = useWorkspace();
  useFillOnPaste(workspace, mayEdit);
  if (!mayEdit) {
    return (
      <>
        <p className="quiet">
          {t('screens.empty.thisIssueIsNotDescribed', {
            projectName: state.subject?.projectName ?? '',
          })}
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
      <h2 className="heading">{t('screens.empty.makeThisIssueAUse')}</h2>
      <p className="quiet">{t('screens.empty.sayWhyItMattersWho')}</p>
      {cloned ? <CopyStart /> : null}
      <Start
        glyph={<TextGlyph />}
        title={t('screens.empty.startFromText')}
        text={t('screens.empty.pasteAStoryABrief')}
        onStart={() => {
          openFill(workspace, '');
        }}
      />
      <Start
        glyph={<PageGlyph />}
        title={t('screens.empty.startFromATemplate')}
        text={t('screens.empty.useCasesThatOthersHave')}
        onStart={() => void openProjectPage(projectKeyOf(state), '/templates')}
      />
      {cloned ? null : <CopyStart />}
      <Start
        glyph={<PageGlyph />}
        title={t('screens.empty.startBlank')}
        text={t('screens.empty.beginWithWhyTheOther')}
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
      <p className="quiet small">{t('screens.empty.theDescriptionAlreadyHoldsA')}</p>
      <button
        type="button"
        className="link-button small"
        onClick={() => {
          openFill(workspace, description);
        }}
      >
        {t('screens.empty.useItAsAStart')}
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
      title={
        original
          ? t('screens.empty.copyFrom', { key: original.key })
          : t('screens.empty.copyFromAnotherUseCase')
      }
      text={
        original ? t('screens.empty.thisIssueWasClonedFrom') : t('screens.empty.findOneThatIsLike')
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
