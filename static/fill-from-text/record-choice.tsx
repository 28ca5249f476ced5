import type { ReactElement } from 'react';
import type { FoundRecord, FoundText } from '#domain/fill/read-text';
import { toValues } from '#domain/fill/to-values';
import { t, textsOf } from '../shared/texts';

const kindTexts = textsOf({
  story: 'fill.recordChoice.story',
  document: 'fill.recordChoice.document',
  framework: 'fill.recordChoice.answers',
});

/** Which of the things found in the text fill this issue. */
export function RecordChoice({
  found,
  chosen,
  onChoose,
}: {
  readonly found: FoundText;
  readonly chosen: readonly number[];
  readonly onChoose: (records: readonly number[]) => void;
}): ReactElement {
  return (
    <fieldset className="records">
      <legend className="label">
        {t('fill.recordChoice.foundInTheTextChoose', { recordsCount: found.records.length })}
      </legend>
      {found.records.map((record, index) => (
        <label key={index} className="record">
          <input
            type="checkbox"
            checked={chosen.includes(index)}
            onChange={(event) => {
              const others = chosen.filter((each) => each !== index);
              onChoose(
                event.currentTarget.checked ? [...others, index].sort((a, b) => a - b) : others,
              );
            }}
          />
          <span>
            {titleOf(record, index)} <span className="quiet small">{kindTexts[record.kind]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function titleOf(record: FoundRecord, index: number): string {
  const { title, values } = toValues(record);
  const goal = values['story.goal'];
  return (
    title ||
    (typeof goal === 'string' && goal !== ''
      ? goal
      : t('fill.recordChoice.number', { index: index + 1 }))
  );
}
