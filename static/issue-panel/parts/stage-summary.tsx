import type { ReactElement } from 'react';
import { fieldGroups } from '#domain/fields/columns/groups';
import { stageTexts } from '../../shared/choice-texts';
import { GapGlyph, StageGlyph } from '../../shared/glyphs';
import { useWorkspace } from '../../shared/record/workspace-context';
import { EditableGroup } from './editable-group';
import { t } from '../../shared/texts';

/** Crawl, walk or run, and what that means. */
export function StageSummary(): ReactElement {
  const { values } = useWorkspace();
  const { stage } = values;
  return (
    <EditableGroup group={fieldGroups.stage[0]} className="field stage">
      {stage === '' ? (
        <span className="to-do">
          <GapGlyph /> {t('panel.stageSummary.noStageYet')}
        </span>
      ) : (
        <>
          <span className={`stage-name stage-${stage}`}>
            <StageGlyph stage={stage} /> {stageTexts[stage].name}
          </span>
          <span className="quiet small">{stageTexts[stage].meaning}</span>
        </>
      )}
    </EditableGroup>
  );
}
