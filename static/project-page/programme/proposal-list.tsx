import type { ReactElement } from 'react';
import type { Proposal } from '#domain/programme/proposal';
import { useProject } from '../project-context';
import { t } from '../../shared/texts';

/** What was proposed for one list: everybody sees it, an admin settles it. */
export function ProposalList({
  proposals,
  names,
  onSettle,
}: {
  readonly proposals: readonly Proposal[];
  readonly names: ReadonlyMap<string, string>;
  readonly onSettle: (proposal: Proposal, accept: boolean) => void;
}): ReactElement | null {
  const { mayAdminister } = useProject();
  if (proposals.length === 0) return null;
  return (
    <ul className="stack" aria-label={t('pages.proposalList.proposed')}>
      {proposals.map((proposal) => {
        const { id, name, by } = proposal;
        return (
          <li key={id} className="actions">
            <span dir="auto">{name}</span>
            <span className="quiet small">
              {t('pages.proposalList.proposedBy', { somebody: names.get(by) ?? 'somebody' })}
            </span>
            {mayAdminister ? (
              <>
                <button
                  type="button"
                  className="button"
                  aria-label={t('pages.proposalList.accept', { name })}
                  onClick={() => {
                    onSettle(proposal, true);
                  }}
                >
                  {t('pages.proposalList.accept2')}
                </button>
                <button
                  type="button"
                  className="button"
                  aria-label={t('pages.proposalList.decline', { name })}
                  onClick={() => {
                    onSettle(proposal, false);
                  }}
                >
                  {t('pages.proposalList.decline2')}
                </button>
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
