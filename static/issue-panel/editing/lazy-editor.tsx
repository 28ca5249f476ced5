import { Component, lazy, Suspense, useEffect, type ReactElement, type ReactNode } from 'react';
import type { FieldGroup } from '#domain/fields/columns/groups';
import { Notice } from '../../shared/notice';
import { t, withTexts } from '../../shared/texts';

// The first view stays light: Atlaskit comes with the first edit, or before it when nothing else is to do.
const loadEditor = withTexts(() => import('./group-editor'), 'editing');
const LoadedEditor = lazy(loadEditor);

const settlePause = 1_500;

/** Fetches the editor ahead of its use, once the first view has settled. */
export function usePrefetchedEditor(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setTimeout(() => {
      requestIdleCallback(() => void loadEditor());
    }, settlePause);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted]);
}

/** The editor of a group of fields, in its place. */
export function GroupEditor(props: {
  readonly group: FieldGroup;
  readonly onClose: () => void;
}): ReactElement {
  return (
    <EditorBoundary>
      <Suspense
        fallback={
          <div className="editor" role="status">
            <span className="label">{props.group.label}</span>
            <div className="bone bone-tall" />
          </div>
        }
      >
        <LoadedEditor {...props} />
      </Suspense>
    </EditorBoundary>
  );
}

/** An editor that does not load, as after a new version went out, leaves the rest of the panel standing. */
class EditorBoundary extends Component<{ readonly children: ReactNode }, { failed: boolean }> {
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override state = { failed: false };

  override render(): ReactNode {
    return this.state.failed ? (
      <Notice tone="error" title={t('editing.lazyEditor.theEditorDidNotLoad')}>
        <p>{t('editing.lazyEditor.reloadThePageTextThat')}</p>
      </Notice>
    ) : (
      this.props.children
    );
  }
}
