import type { ReactElement } from 'react';
import type { Placement } from '#domain/placement';
import { placementTexts } from '../../shared/messages';
import { Notice } from '../../shared/notice';
import { DraftTexts } from '../parts/draft-texts';
import { t } from '../../shared/texts';

/** An issue that Northstar does not work on, where a browser showed the panel all the same. */
export default function NotHere({
  placement,
}: {
  readonly placement: Exclude<Placement, 'here'>;
}): ReactElement {
  return (
    <>
      <Notice tone="info" title={t('screens.notHere.notOnThisIssue')}>
        <p>{placementTexts[placement]}</p>
      </Notice>
      <DraftTexts />
    </>
  );
}
