import type { RecordKind } from '#domain/use-case/fields';
import type { Json } from '#domain/use-case/json';
import { toStored } from '#domain/use-case/stored-record';
import type { Subject } from '#ports/issue-records';
import { openDialog } from '../bridge';
import type { EditorOrder } from './editor-order';
import type { WorkspaceState } from './workspace-state';
import { t } from '../texts';

/** Opens the whole record in a dialog. `onClose` runs when it has gone. */
export function openEditor(wanted: EditorOrder, onClose: () => void): void {
  void openDialog({
    resource: 'editor',
    title: t('shared.openEditor.useCase'),
    context: wanted,
    onClose,
  });
}

/** What the workspace knows, for an editor that then needs no request of its own. */
export function subjectOf({ subject, records }: WorkspaceState): Subject | undefined {
  if (subject === undefined) return undefined;
  const rawOf = (kind: RecordKind): Json | undefined => {
    const read = records[kind];
    return read.state === 'ready' ? toStored(kind, read.record) : subject.raw[kind];
  };
  const own = { useCase: rawOf('useCase'), document: rawOf('document') };
  return { ...subject, raw: { ...subject.raw, ...own } };
}
