import { textOfValue, valueOfText } from '#domain/fill/value-text';
import type { FieldName } from '#domain/use-case/fields';
import { useWorkspace } from '../shared/record/workspace-context';
import { storedValues } from '../shared/record/workspace-state';

/** What the editor shows of a field: the draft, or else what is on the record. */
export function useFieldText(field: FieldName): {
  readonly text: string;
  readonly wrong: boolean;
  readonly change: (text: string) => void;
} {
  const { workspace, state } = useWorkspace();
  const stored = storedValues(state)[field];
  const draft = state.drafts[field];
  const text = draft?.text ?? textOfValue(field, stored);
  return {
    text,
    wrong: draft !== undefined && valueOfText(field, draft.text) === undefined,
    change: (next) => {
      const base = draft?.base ?? stored;
      if (next === textOfValue(field, base)) workspace.dropDrafts([field]);
      else workspace.keepDraft(field, { text: next, base });
    },
  };
}
