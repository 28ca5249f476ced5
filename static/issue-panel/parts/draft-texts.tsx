import type { ReactElement } from 'react';
import type { FieldName } from '#domain/use-case/fields';
import type { FieldEdit } from '#domain/use-case/field-edit';
import { fieldLabels } from '#domain/fields/columns/labels';
import { textOfValue } from '#domain/fill/value-text';
import './kept.css';
import { useWorkspace } from '../../shared/record/workspace-context';
import { t } from '../../shared/texts';

/** The texts of an edit that was not saved, to read and to copy. */
export function ChangeTexts({ changes }: { readonly changes: readonly FieldEdit[] }): ReactElement {
  return (
    <details>
      <summary className="small">{t('screens.draftTexts.showMyText')}</summary>
      {changes.map(({ field, next }) => (
        <Kept key={field} field={field} text={textOfValue(field, next)} />
      ))}
    </details>
  );
}

/** Everything typed and unsaved on this issue, where the issue itself cannot be shown. */
export function DraftTexts(): ReactElement | null {
  const { state } = useWorkspace();
  const names = Object.keys(state.drafts) as FieldName[];
  if (names.length === 0) return null;
  return (
    <section className="ruled">
      <h2 className="label">{t('screens.draftTexts.yourUnsavedText')}</h2>
      {names.map((field) => (
        <Kept key={field} field={field} text={state.drafts[field]?.text ?? ''} />
      ))}
    </section>
  );
}

function Kept({ field, text }: { readonly field: FieldName; readonly text: string }): ReactElement {
  return (
    <>
      <h3 className="label">{fieldLabels[field]}</h3>
      <p className="prose kept" dir="auto">
        {text}
      </p>
    </>
  );
}

/** Puts the texts of an edit on the clipboard. */
export function copyChanges(changes: readonly FieldEdit[]): Promise<void> {
  const text = changes
    .map(({ field, next }) => `${fieldLabels[field]}: ${textOfValue(field, next)}`)
    .join('\n\n');
  return navigator.clipboard.writeText(text);
}
