import type { ReactElement } from 'react';
import type { Proposal } from '#domain/programme/proposal';
import { useProject } from '../project-context';

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
    <ul className="stack" aria-label="Proposed">
      {proposals.map((proposal) => {
        const { id, name, by } = proposal;
        return (
          <li key={id} className="actions">
            <span dir="auto">{name}</span>
            <span className="quiet small">proposed by {names.get(by) ?? 'somebody'}</span>
            {mayAdminister ? (
              <>
                <button
                  type="button"
                  className="button"
                  aria-label={`Accept ${name}`}
                  onClick={() => {
                    onSettle(proposal, true);
                  }}
                >
                  Accept
                </button>
                <button
                  type="button"
                  className="button"
                  aria-label={`Decline ${name}`}
                  onClick={() => {
                    onSettle(proposal, false);
                  }}
                >
                  Decline
                </button>
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
