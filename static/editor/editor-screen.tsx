import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { AccountId } from '#domain/ids';
import type { DeviceStore } from '../shared/device-store';
import { stageTexts } from '../shared/choice-texts';
import { StageGlyph } from '../shared/glyphs';
import { messageFor } from '../shared/messages';
import { Notice } from '../shared/notice';
import { WorkspaceContext, type Wordings } from '../shared/record/workspace-context';
import type { Workspace } from '../shared/record/workspace';
import { isNewer, storedValues, type WorkspaceState } from '../shared/record/workspace-state';
import { CopyFrom } from './copy-from';
import { EditorFoot } from './editor-foot';
import { HistoryList } from './history-list';
import { SectionForm } from './section-form';
import { SectionNav } from './section-nav';
import { sections } from '#domain/fields/columns/sections';
import { t } from '../shared/texts';

/** The whole record on one page: sections at the left, history at the right, one save for all. */
export function EditorScreen({
  workspace,
  viewer,
  device,
  wording,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly viewer: AccountId;
  readonly device: DeviceStore;
  readonly wording: Wordings;
  readonly onClose: () => void;
}): ReactElement {
  const state = useSyncExternalStore(workspace.subscribe, workspace.state);
  const [current, setCurrent] = useState(sections[0]?.id ?? '');
  useEffect(() => {
    void workspace.loadNames();
  }, [workspace, state.records]);
  const section = sections.find(({ id }) => id === current) ?? sections[0];
  const problem = problemOf(state);
  if (problem !== undefined || section === undefined) {
    return (
      <div className="editor-problem">
        {problem}
        <button type="button" className="button" onClick={onClose}>
          {t('editor.editorScreen.close')}
        </button>
      </div>
    );
  }
  return (
    <WorkspaceContext.Provider value={{ workspace, state, viewer, device, wording }}>
      <div className="editor">
        <EditorHead state={state} onClose={onClose} />
        <div className="editor-body">
          <SectionNav current={section.id} onChoose={setCurrent} />
          <main key={section.id} className="editor-main">
            <CopyFrom />
            <SectionForm section={section} onGo={setCurrent} />
          </main>
          <HistoryList onGo={setCurrent} />
        </div>
        <EditorFoot onGo={setCurrent} onClose={onClose} />
      </div>
    </WorkspaceContext.Provider>
  );
}

function EditorHead({
  state,
  onClose,
}: {
  readonly state: WorkspaceState;
  readonly onClose: () => void;
}): ReactElement {
  const { stage } = storedValues(state);
  return (
    <header className="editor-head">
      <h1>{state.subject?.summary}</h1>
      <span className="quiet">{state.subject?.key}</span>
      {stage === '' ? null : (
        <span className="stage-name">
          <StageGlyph stage={stage} /> {stageTexts[stage].name}
        </span>
      )}
      <button type="button" className="link-button close" onClick={onClose}>
        {t('editor.editorScreen.close')}
      </button>
    </header>
  );
}

/** Why there is nothing to edit. */
function problemOf(state: WorkspaceState): ReactElement | undefined {
  const { phase, error, subject, records } = state;
  if (phase === 'failed' && error !== undefined) {
    const { title, text } = messageFor(
      error,
      subject?.projectName ?? t('editor.editorScreen.thisProject'),
    );
    return (
      <Notice tone="error" title={title}>
        <p>{text}</p>
      </Notice>
    );
  }
  if (subject === undefined)
    return <Notice tone="info" title={t('editor.editorScreen.loadingTheUseCase')} />;
  if (!subject.mayEdit) {
    return (
      <Notice tone="info" title={t('editor.editorScreen.youCanReadThisUse')}>
        <p>
          {t('editor.editorScreen.changingItNeedsTheEdit', { projectName: subject.projectName })}
        </p>
      </Notice>
    );
  }
  const unreadable = Object.values(records).some(({ state: each }) =>
    ['damaged', 'foreign'].includes(each),
  );
  if (isNewer(state) || unreadable) {
    return (
      <Notice tone="warning" title={t('editor.editorScreen.thisUseCaseCannotBe')}>
        <p>{t('editor.editorScreen.aNewerVersionOfNorthstar')}</p>
      </Notice>
    );
  }
  return undefined;
}
