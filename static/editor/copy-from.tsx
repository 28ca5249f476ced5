import { useCallback, useState, type ReactElement } from 'react';
import { textOfValue } from '#domain/fill/value-text';
import { isEmpty, recordKinds, type FieldName, type FieldValue } from '#domain/use-case/fields';
import { readRecord } from '#domain/use-case/stored-record';
import type { IssueId } from '#domain/ids';
import { useWorkspace } from '../shared/record/workspace-context';
import { storedValues } from '../shared/record/workspace-state';
import { useServices } from './editor-services';
import { SearchBox } from './inputs/search-box';
import { t } from '../shared/texts';

/** Facts that belong to one use case only and are not worth a copy. */
const ownFacts: ReadonlySet<string> = new Set(['result', 'identification.useCaseId', 'note']);

/** Brings the answers of another use case into the blanks of this one, as drafts to look at. */
export function CopyFrom(): ReactElement {
  const { workspace, state } = useWorkspace();
  const { records, search } = useServices();
  const [said, setSaid] = useState('');
  const original = state.subject?.related.find(({ relation }) => relation === 'original');
  const find = useCallback(
    async (words: string) => {
      const found = await search.findIssues(words);
      return found.ok ? found.value : [];
    },
    [search],
  );
  const copy = async (from: { readonly id: IssueId; readonly key: string }): Promise<void> => {
    const stored = storedValues(state);
    let copied = 0;
    for (const kind of recordKinds) {
      const found = await records.readSeveral([from.id], kind);
      const read = readRecord(kind, found.ok ? found.value.get(from.id) : undefined);
      const values = read.state === 'ready' ? read.record.values : {};
      for (const [field, value] of Object.entries(values) as [FieldName, FieldValue][]) {
        const free = isEmpty(stored[field]) && workspace.state().drafts[field] === undefined;
        if (!free || isEmpty(value) || ownFacts.has(field)) continue;
        workspace.keepDraft(field, { text: textOfValue(field, value), base: stored[field] });
        copied += 1;
      }
    }
    setSaid(
      copied === 0
        ? t('editor.copyFrom.saysNothingThatIsBlank', { key: from.key })
        : t('editor.copyFrom.blankFieldsFilledFromNothing', { copied, key: from.key }),
    );
  };
  return (
    <details className="copy-from" open={original !== undefined}>
      <summary className="small">{t('editor.copyFrom.copyFromAnotherUseCase')}</summary>
      {original === undefined ? null : (
        <button type="button" className="button" onClick={() => void copy(original)}>
          {t('editor.copyFrom.copyFromWhichThisWas', { key: original.key })}
        </button>
      )}
      <SearchBox
        label={t('editor.copyFrom.copyFrom')}
        find={find}
        keyOf={({ id }) => id}
        textOf={({ key, summary }) => `${key} ${summary}`}
        onChoose={(found) => void copy(found)}
      />
      <p className="small" role="status">
        {said}
      </p>
    </details>
  );
}
