import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { scoringIn } from '#domain/settings/scoring-in';
import { stateOfScore, type ScoreState } from '#domain/quadrant/score-state';
import type { Estimate } from '#domain/scoring/rating';
import { estimates, ratingWorld } from '../../shared/rating/rating-services';
import { isJsonObject, type Json } from '#domain/use-case/json';
import type { IssuePlace, Subject } from '#ports/issue-records';
import type { Derivable } from '#bulk/derive-score';
import { deriveNow } from '../../shared/derive-now';
import { ratingLook } from '../../shared/rating/rating-look';
import { Notice } from '../../shared/notice';
import { RatingSection } from '../../shared/rating/rating-section';
import { createRatingSession } from '../../shared/rating/rating-session';
import { useWorkspace } from '../../shared/record/workspace-context';
import type { WorkspaceState } from '../../shared/record/workspace-state';
import { t } from '../../shared/texts';

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
  const estimate = useEstimate(place, scoring.estimateField);
  const [updated, setUpdated] = useState<unknown>();
  const { rating, useCase, score } = raw;
  const now = { rating, useCase, model: look.model, estimate: estimate.value };
  // Until the estimate is here nobody can tell; and once it was updated, not until it is read again.
  const isKnown = estimate.isRead && updated !== raw;
  const onUpdate = (): void => {
    setUpdated(raw);
    void deriveNow(place, { rating, useCase, settings }).then(() => workspace.load());
  };
  return (
    <div className="ruled">
      <RatingSection
        session={session}
        look={look}
        issueKey={key}
        projectName={projectName}
        mayEdit={mayEdit}
        estimate={estimate.value}
        lastEdit={lastEditOf(raw.rating, wording.moment, nameOf)}
      />
      {isKnown ? (
        <ScoreNote state={stateOfScore(score, now)} mayEdit={mayEdit} onUpdate={onUpdate} />
      ) : null}
    </div>
  );
}

function besideRating({ records, subject }: WorkspaceState): Omit<Derivable, 'rating'> {
  const { useCase } = records;
  const settings = subject?.settings;
  return { useCase: useCase.state === 'ready' ? useCase.record.source : undefined, settings };
}

/** The team's estimate, once it is read. */
function useEstimate(
  place: IssuePlace,
  field: string,
): { readonly isRead: boolean; readonly value: Estimate | undefined } {
  const [estimate, setEstimate] = useState<ReturnType<typeof useEstimate>>(unread);
  useEffect(() => {
    void estimates.readEstimate(place, field).then((found) => {
      if (found.ok) setEstimate({ isRead: true, value: found.value.estimate });
    });
  }, [place, field]);
  return estimate;
}

const unread = { isRead: false, value: undefined };

/** How the stored score stands to what the issue says now. Looking at it writes nothing. */
function ScoreNote({
  state,
  mayEdit,
  onUpdate,
}: {
  readonly state: ScoreState;
  readonly mayEdit: boolean;
  readonly onUpdate: () => void;
}): ReactElement | null {
  if (state === 'from-outside')
    return (
      <Notice tone="info" title={t('screens.valueEffort.thisScoreWasWrittenWithout')}>
        <p>{t('screens.valueEffort.thereAreNoAnswersBehind')}</p>
      </Notice>
    );
  if (state !== 'stale') return null;
  return (
    <p className="small quiet">
      {t('screens.valueEffort.reportsAndSearchesStillFind')}{' '}
      {mayEdit ? (
        <button type="button" className="link-button small" onClick={onUpdate}>
          {t('screens.valueEffort.updateIt')}
        </button>
      ) : null}
    </p>
  );
}

function lastEditOf(
  rating: unknown,
  moment: (iso: string) => string,
  nameOf: (account: string) => string,
): string {
  if (!isJsonObject(rating)) return '';
  const { updated, updatedBy } = rating;
  return typeof updated === 'string' && typeof updatedBy === 'string'
    ? t('screens.valueEffort.scoredBy', { updated: moment(updated), updatedBy: nameOf(updatedBy) })
    : '';
}
