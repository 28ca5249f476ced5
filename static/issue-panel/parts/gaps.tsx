import { useState, type ReactElement } from 'react';
import { withInherited } from '#domain/use-case/inherit';
import { essentialFields } from '#domain/fields/columns/essentials';
import { findGaps } from '#domain/use-case/find-gaps';
import { groupOf } from '../../shared/field-groups';
import { gapTexts } from '#domain/fields/columns/gap-texts';
import { CheckGlyph, GapGlyph } from '../../shared/glyphs';
import { useWorkspace } from '../../shared/record/workspace-context';
import { t } from '../../shared/texts';

const shownFirst = 3;

/** What is still missing; each gap opens the field that closes it. */
export function Gaps(): ReactElement {
  const { workspace, state, values, mayEdit } = useWorkspace();
  const [all, setAll] = useState(false);
  const gaps = findGaps(withInherited(values, state.above?.values ?? {}));
  const answered = essentialFields.length - gaps.length;
  const shown = all ? gaps : gaps.slice(0, shownFirst);
  const hidden = gaps.length - shown.length;
  return (
    <section className="ruled gaps">
      <div className="spread">
        <h2 className="label">{t('panel.gaps.gaps')}</h2>
        <span className="small quiet">
          {t('panel.gaps.ofAnswered', { answered, all: essentialFields.length })}
        </span>
      </div>
      <progress
        aria-label={t('panel.gaps.answered')}
        value={answered}
        max={essentialFields.length}
      />
      {gaps.length === 0 ? (
        <p className="done">
          <CheckGlyph /> {t('panel.gaps.everyEssentialQuestionIsAnswered')}
        </p>
      ) : (
        <ul>
          {shown.map(({ field }) => (
            <li key={field}>
              <button
                type="button"
                className="gap"
                disabled={!mayEdit}
                onClick={() => {
                  workspace.openGroup(groupOf(field).id, field);
                }}
              >
                <GapGlyph /> {gapTexts[field]}
              </button>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 ? (
        <button
          type="button"
          className="link-button small"
          onClick={() => {
            setAll(true);
          }}
        >
          {hidden === 1 ? t('panel.gaps.1SmallerGap') : t('panel.gaps.smallerGaps', { hidden })}
        </button>
      ) : null}
    </section>
  );
}
