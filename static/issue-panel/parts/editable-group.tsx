import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { PencilGlyph } from '../../shared/glyphs';
import type { FieldGroup } from '#domain/fields/columns/groups';
import { GroupEditor } from '../editing/lazy-editor';
import { useWorkspace } from '../../shared/record/workspace-context';
import { t } from '../../shared/texts';

/**
 * A group of fields as it reads, and, on a click or Enter, as it is edited in the same place. Text
 * can be selected: a click opens the editor only where nothing is. Leaving the editor brings the
 * focus back to where it came from.
 */
export function EditableGroup({
  group,
  className = 'field',
  children,
}: {
  readonly group: FieldGroup;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactElement {
  const { workspace, state, mayEdit } = useWorkspace();
  const open = mayEdit && state.open.includes(group.id);
  const trigger = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    const text = box.current;
    const onClick = ({ target }: MouseEvent): void => {
      const onButton = target instanceof Node && trigger.current?.contains(target) === true;
      const selecting = document.getSelection()?.isCollapsed === false;
      if (onButton || !selecting) workspace.openGroup(group.id);
    };
    if (mayEdit) text?.addEventListener('click', onClick);
    return () => {
      text?.removeEventListener('click', onClick);
    };
  }, [workspace, group.id, mayEdit, open]);
  useEffect(() => {
    if (wasOpen.current && !open) trigger.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (open) {
    return (
      <GroupEditor
        group={group}
        onClose={() => {
          workspace.closeGroup(group.id);
        }}
      />
    );
  }
  return (
    <div ref={box} className={mayEdit ? `${className} field-editable` : className}>
      {children}
      {mayEdit ? (
        <button
          ref={trigger}
          type="button"
          className="edit-button"
          aria-label={t('panel.editableGroup.edit', { label: group.label })}
        >
          <PencilGlyph />
        </button>
      ) : null}
    </div>
  );
}
