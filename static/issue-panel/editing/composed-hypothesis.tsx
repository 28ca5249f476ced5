import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { composeHypothesis, hypothesisText } from '#domain/use-case/compose-hypothesis';
import { useWorkspace } from '../../shared/record/workspace-context';
import { t } from '../../shared/texts';

/** What the fields say, as a start for wording the hypothesis freely. */
export function ComposedHypothesis({
  onUse,
}: {
  readonly onUse: (text: string) => void;
}): ReactElement {
  const { values, wording } = useWorkspace();
  const composed = hypothesisText(composeHypothesis(values, wording));
  return (
    <div>
      <p className="quiet small">{composed}</p>
      <Button
        spacing="compact"
        onClick={() => {
          onUse(composed);
        }}
      >
        {t('editing.composedHypothesis.startFromThis')}
      </Button>
    </div>
  );
}
