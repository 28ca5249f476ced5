import * as v from 'valibot';
import { isFieldName } from '#domain/use-case/fields';
import { takenBack, type FieldEdit } from '#domain/use-case/field-edit';
import { parseValue } from '#domain/use-case/parse-value';
import { openDialog, tell } from '../shared/bridge';
import type { Workspace } from '../shared/record/workspace';
import { storedValues } from '../shared/record/workspace-state';
import { t } from '../shared/texts';

const answer = v.object({
  changes: v.array(v.object({ field: v.string(), base: v.unknown(), next: v.unknown() })),
});

/** Opens the dialog that sorts a text into the fields; what was chosen there is saved here. */
export function fillFromText(workspace: Workspace, text: string): void {
  const { subject } = workspace.state();
  void openDialog({
    resource: 'fill-from-text',
    title: t('screens.fillFromText.fillFromText'),
    context: {
      text,
      key: subject?.key,
      summary: subject?.summary,
      values: storedValues(workspace.state()),
    },
    onClose: (payload) => {
      const changes = changesOf(payload);
      if (changes.length > 0) void saveFilled(workspace, changes);
    },
  });
}

function changesOf(payload: unknown): readonly FieldEdit[] {
  const parsed = v.safeParse(answer, payload);
  if (!parsed.success) return [];
  return parsed.output.changes.flatMap(({ field, base, next }) => {
    if (!isFieldName(field)) return [];
    const before = parseValue(field, base);
    const after = parseValue(field, next);
    return before.ok && after.ok ? [{ field, base: before.value, next: after.value }] : [];
  });
}

async function saveFilled(workspace: Workspace, changes: readonly FieldEdit[]): Promise<void> {
  const saved = await workspace.save(changes);
  const filled = changes.filter(({ field }) => saved.includes(field));
  if (filled.length > 0) tellWithUndo(workspace, filled);
}

function tellWithUndo(workspace: Workspace, changes: readonly FieldEdit[]): void {
  tell({
    id: `filled-${String(changes.length)}`,
    type: 'success',
    title: t('screens.fillFromText.filledFromText', { count: changes.length }),
    actions: [
      {
        text: t('screens.fillFromText.undo'),
        onClick: () => {
          void workspace.save(takenBack(changes));
        },
      },
    ],
  });
}
