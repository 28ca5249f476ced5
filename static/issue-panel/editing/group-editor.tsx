import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { AllValues, FieldName } from '#domain/use-case/fields';
import type { FieldEdit } from '#domain/use-case/field-edit';
import { DraftsNote } from '../../shared/drafts-note';
import type { FieldGroup } from '#domain/fields/columns/groups';
import { textOfValue, valueOfText } from '#domain/fill/value-text';
import { useWorkspace } from '../../shared/record/workspace-context';
import './editor.css';
import type { Drafts } from '../../shared/record/drafts';
import type { WorkspaceState } from '../../shared/record/workspace-state';
import { ComposedHypothesis } from './composed-hypothesis';
import { FieldControl } from './field-control';
import { t } from '../../shared/texts';

type Texts = Readonly<Partial<Record<FieldName, string>>>;

/**
 * Edits a group of fields in place. Ctrl+Enter saves, Esc closes; what was typed stays as a draft
 * until it is saved or discarded.
 */
export default function GroupEditor({
  group,
  onClose,
}: {
  readonly group: FieldGroup;
  readonly onClose: () => void;
}): ReactElement {
  const { workspace, state, values } = useWorkspace();
  // What the person sees on opening is the base of the edit, whatever arrives meanwhile.
  const [start] = useState(() => startOf(group, state, values));
  const base = (field: FieldName) => start[field]?.base ?? values[field];
  const [texts, setTexts] = useState<Texts>(() =>
    Object.fromEntries(group.fields.map((field) => [field, start[field]?.text ?? ''])),
  );
  const focus = group.fields.find((field) => field === state.focus) ?? group.fields[0];
  const [unreadable, setUnreadable] = useState<readonly FieldName[]>([]);

  const change = (field: FieldName, text: string): void => {
    setTexts((earlier) => ({ ...earlier, [field]: text }));
    setUnreadable((earlier) => earlier.filter((each) => each !== field));
    if (text === textOfValue(field, base(field))) workspace.dropDrafts([field]);
    else workspace.keepDraft(field, { text, base: base(field) });
  };
  const save = (): void => {
    const read = group.fields.map((field) => ({
      field,
      next: valueOfText(field, texts[field] ?? ''),
    }));
    const wrong = read.filter(({ next }) => next === undefined).map(({ field }) => field);
    setUnreadable(wrong);
    if (wrong.length > 0) return;
    const changes: FieldEdit[] = read.flatMap(({ field, next }) =>
      next === undefined ? [] : [{ field, base: base(field), next }],
    );
    void workspace.save(changes);
    onClose();
  };
  const box = useEditorKeys({ onSave: save, onCancel: onClose });

  return (
    <div ref={box} className={`editor editor-${group.id}`} role="group" aria-label={group.label}>
      {group.fields.map((field) => (
        <FieldControl
          key={field}
          field={field}
          text={texts[field] ?? ''}
          unreadable={unreadable.includes(field)}
          focused={field === focus}
          onChange={(text) => {
            change(field, text);
          }}
        />
      ))}
      {group.id === 'hypothesis' ? (
        <ComposedHypothesis
          onUse={(text) => {
            change('hypothesis', text);
          }}
        />
      ) : null}
      <DraftsNote />
      <div className="editor-foot">
        <span className="quiet small">{t('editing.groupEditor.ctrlEnterSaves')}</span>
        <Button appearance="subtle" onClick={onClose}>
          {t('editing.groupEditor.cancel')}
        </Button>
        <Button appearance="primary" onClick={save}>
          {t('editing.groupEditor.save')}
        </Button>
      </div>
    </div>
  );
}

/**
 * Where an edit begins: at a kept draft and what was seen then, else at what is shown. A draft of a
 * save that is on its way is shown already, so the edit builds on it.
 */
function startOf(group: FieldGroup, state: WorkspaceState, values: AllValues): Drafts {
  const underway = new Set(
    state.saves
      .filter(({ phase }) => phase !== 'failed')
      .flatMap(({ changes }) => changes.map(({ field }) => field)),
  );
  return Object.fromEntries(
    group.fields.map((field) => {
      const draft = underway.has(field) ? undefined : state.drafts[field];
      return [field, draft ?? { text: textOfValue(field, values[field]), base: values[field] }];
    }),
  );
}

/** The keys belong to the whole editor, whichever of its fields has the focus. */
function useEditorKeys(keys: {
  readonly onSave: () => void;
  readonly onCancel: () => void;
}): RefObject<HTMLDivElement> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') keys.onCancel();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keys.onSave();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
    };
  });
  return box;
}
