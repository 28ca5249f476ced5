import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { scoringIn } from '#domain/merge-settings';
import { isCurrentScore } from '#domain/scoring/write-score';
import type { Estimate } from '#domain/scoring/rating';
import { estimates, ratingWorld } from '../../shared/rating/rating-services';
import { isJsonObject, type Json } from '#domain/use-case/json';
import type { IssuePlace, Subject } from '#ports/issue-records';
import type { Derivable } from '#bulk/derive-score';
import { deriveNow } from '../../shared/derive-now';
import { ratingLook, type RatingLook } from '../../shared/rating/rating-look';
import { RatingSection } from '../../shared/rating/rating-section';
import { createRatingSession } from '../../shared/rating/rating-session';
import { useWorkspace } from '../../shared/record/workspace-context';
import type { WorkspaceState } from '../../shared/record/workspace-state';

/** The score of this issue. The team's estimate is read after the first picture stands. */
export default function ValueEffort(): ReactElement | null {
  const { state } = useWorkspace();
  return state.subject === undefined ? null : <OfSubject subject={state.subject} />;
}

function OfSubject({ subject }: { readonly subject: Subject }): ReactElement {
  const { workspace, viewer, device, mayEdit, wording, nameOf } = useWorkspace();
  const { place } = workspace;
  const { issue } = place;
  const { raw, settings, key, projectName } = subject;
  const scoring = useMemo(() => scoringIn(settings), [settings]);
  const look = useMemo(() => ratingLook(scoring, wording.locale), [scoring, wording.locale]);
  const [session] = useState(() => {
    // From what is stored by the time that a save lands, not when the session was made.
    const derive = (rating: Json | undefined): Promise<void> =>
      deriveNow(place, { ...besideRating(workspace.state()), rating });
    return createRatingSession(ratingWorld({ device, viewer }, issue, derive), raw.rating);
  });
  useEffect(() => {
    session.show(raw.rating);
  }, [session, raw.rating]);
  const estimate = useEstimate(place, { subject, look, field: scoring.estimateField, mayEdit });
  return (
    <div className="ruled">
      <RatingSection
        session={session}
        look={look}
        issueKey={key}
        projectName={projectName}
        mayEdit={mayEdit}
        estimate={estimate}
        lastEdit={lastEditOf(raw.rating, wording.moment, nameOf)}
      />
    </div>
  );
}

function besideRating({ records, subject }: WorkspaceState): Omit<Derivable, 'rating'> {
  const { useCase } = records;
  const settings = subject?.settings;
  return { useCase: useCase.state === 'ready' ? useCase.record.source : undefined, settings };
}

/** The team's estimate. Points change in Jira without Northstar: the stored score follows when somebody looks. */
function useEstimate(
  place: IssuePlace,
  {
    subject: { raw, settings },
    look: { model },
    field,
    mayEdit,
  }: {
    readonly subject: Subject;
    readonly look: RatingLook;
    readonly field: string;
    readonly mayEdit: boolean;
  },
): Estimate | undefined {
  const [estimate, setEstimate] = useState<Estimate>();
  useEffect(() => {
    void estimates.readEstimate(place, field).then((found) => {
      if (!found.ok) return;
      setEstimate(found.value);
      const { rating, useCase } = raw;
      const now = { rating, useCase, model, estimate: found.value };
      if (mayEdit && !isCurrentScore(raw.score, now))
        void deriveNow(place, { rating, useCase, settings });
    });
  }, [place, field, model, mayEdit, raw, settings]);
  return estimate;
}

function lastEditOf(
  rating: unknown,
  moment: (iso: string) => string,
  nameOf: (account: string) => string,
): string {
  if (!isJsonObject(rating)) return '';
  const { updated, updatedBy } = rating;
  return typeof updated === 'string' && typeof updatedBy === 'string'
    ? `Scored ${moment(updated)} by ${nameOf(updatedBy)}`
    : '';
}
