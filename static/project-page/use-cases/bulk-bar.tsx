import { useState, type ReactElement } from 'react';
import { parseValue } from '#domain/use-case/parse-value';
import { sameValue, type FieldName } from '#domain/use-case/fields';
import type { IssueId } from '#domain/ids';
import type { IssueEdit } from '#bulk/edit-many';
import { stageTexts } from '../../shared/choice-texts';
import { fieldLabels } from '#domain/fields/columns/labels';
import { useProject } from '../project-context';
import { bulkFields } from '../project-store';
import type { UseCase } from './rows';
import { BulkOutcome } from './bulk-outcome';
import { useManyEdits } from './use-many-edits';
import { t, textsOf } from '../../shared/texts';

/** One change for all that are selected, with progress and one undo. */
export function BulkBar({
  selected,
  onClear,
}: {
  readonly selected: ReadonlySet<IssueId>;
  readonly onClear: () => void;
}): ReactElement | null {
  const { state } = useProject();
  const [field, setField] = useState<FieldName>('stage');
  const [text, setText] = useState('');
  const many = useManyEdits();
  const chosen = state.useCases.filter(({ issue }) => selected.has(issue.id));
  if (chosen.length === 0 && many.run === undefined) return null;
  const value = parseValue(field, text.trim());
  const edits = chosen.flatMap((useCase) => editOf(useCase, field, value.ok ? value.value : ''));
  return (
    <div className="bulk" role="region" aria-label={t('pages.bulkBar.changeTheSelected')}>
      {chosen.length > 0 ? (
        <>
          <strong>{t('pages.bulkBar.selected', { chosenCount: chosen.length })}</strong>
          <label>
            <span className="visually-hidden">{t('pages.bulkBar.fieldToChange')}</span>
            <select
              value={field}
              onChange={(event) => {
                setField(event.currentTarget.value as FieldName);
                setText('');
              }}
            >
              {bulkFields.map((each) => (
                <option key={each} value={each}>
                  {bulkLabels[each] ?? fieldLabels[each]}
                </option>
              ))}
            </select>
          </label>
          <BulkValue field={field} text={text} onChange={setText} />
          <button
            type="button"
            className="button button-primary"
            disabled={many.busy || edits.length === 0 || !value.ok}
            onClick={() => void many.start(edits)}
          >
            {t('pages.bulkBar.change', { editsCount: edits.length })}
          </button>
          <button type="button" className="button" onClick={onClear}>
            {t('pages.bulkBar.clearSelection')}
          </button>
        </>
      ) : null}
      <BulkOutcome many={many} />
    </div>
  );
}

const bulkLabels: Readonly<Partial<Record<FieldName, string>>> = textsOf({
  who: 'pages.bulkBar.audience',
  where: 'pages.bulkBar.channel',
});

function editOf(
  { issue, values, state }: UseCase,
  field: FieldName,
  next: Parameters<typeof sameValue>[0],
): readonly IssueEdit[] {
  if (state === 'unreadable' || sameValue(values[field], next)) return [];
  return [{ issue: issue.id, key: issue.key, changes: [{ field, base: values[field], next }] }];
}

function BulkValue({
  field,
  text,
  onChange,
}: {
  readonly field: FieldName;
  readonly text: string;
  readonly onChange: (text: string) => void;
}): ReactElement {
  const { programme } = useProject();
  const { audiences, channels } = programme.programme.lists;
  const names = (field === 'who' ? audiences : channels).map(({ name }) => name);
  if (field === 'stage') {
    return (
      <label>
        <span className="visually-hidden">{t('pages.bulkBar.newStage')}</span>
        <select
          value={text}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        >
          <option value="">{t('pages.bulkBar.notChosenYet')}</option>
          {Object.entries(stageTexts).map(([value, { name }]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <label>
      <span className="visually-hidden">{t('pages.bulkBar.newText')}</span>
      <input
        list="bulk-names"
        value={text}
        placeholder={t('pages.bulkBar.newText')}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <datalist id="bulk-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
}
