import { lazy, Suspense, type ReactElement } from 'react';
import { useWorkspace } from '../../shared/record/workspace-context';
import { withTexts } from '../../shared/texts';

const ClashChoice = lazy(withTexts(() => import('../../shared/record/clash-choice'), 'shared'));

/** Fields that somebody else changed while this person was typing; both texts are shown. */
export function Clashes(): ReactElement {
  const { state } = useWorkspace();
  return (
    <>
      {state.clashes.map((clash) => (
        <Suspense key={clash.field} fallback={<div className="bone bone-tall" />}>
          <ClashChoice clash={clash} />
        </Suspense>
      ))}
    </>
  );
}
