import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { PencilGlyph } from '../../shared/glyphs';
import type { FieldGroup } from '../../shared/field-groups';
import { GroupEditor } from '../editing/lazy-editor';
import { usePanel } from '../panel-context';

/**
 * A group of fields as it reads, and, on a click or Enter, as it is edited in the same place.
 * Leaving the editor brings the focus back to where it came from.
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
  const { panel, state, mayEdit } = usePanel();
  const open = mayEdit && state.open.includes(group.id);
  const trigger = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) trigger.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (open) {
    return (
      <GroupEditor
        group={group}
        onClose={() => {
          panel.closeGroup(group.id);
        }}
      />
    );
  }
  return (
    <div className={className}>
      {children}
      {mayEdit ? (
        <button
          ref={trigger}
          type="button"
          className="edit-cover"
          aria-label={`Edit ${group.label}`}
          onClick={() => {
            panel.openGroup(group.id);
          }}
        >
          <PencilGlyph />
        </button>
      ) : null}
    </div>
  );
}
