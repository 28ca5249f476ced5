import { withTexts } from '../shared/texts';
import type { Workspace } from '../shared/record/workspace';
import type { WorkspaceState } from '../shared/record/workspace-state';

/** Opens the whole record in the editor; what opens it is loaded with it. */
export function editAll(workspace: Workspace, state: WorkspaceState): void {
  void withTexts(() => import('../shared/record/open-editor'), 'shared')().then(
    ({ openEditor, subjectOf }) => {
      openEditor({ ...workspace.place, subject: subjectOf(state) }, () => void workspace.load());
    },
  );
}
