import { withTexts } from '../shared/texts';
import { useEffect } from 'react';
import type { Workspace } from '../shared/record/workspace';

/** Opens the fill dialog; what sorts its answer is loaded with it. */
export function openFill(workspace: Workspace, text: string): void {
  void withTexts(() => import('./fill-from-text'), 'screens')().then(({ fillFromText }) => {
    fillFromText(workspace, text);
  });
}

/** A text pasted onto the panel, outside of a field, is a text to fill from. */
export function useFillOnPaste(workspace: Workspace, mayEdit: boolean): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { target } = event;
      const typing = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (mayEdit && !typing && text.trim() !== '') openFill(workspace, text);
    };
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('paste', onPaste);
    };
  }, [workspace, mayEdit]);
}
