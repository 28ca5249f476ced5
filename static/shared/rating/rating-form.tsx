import { useEffect, useRef, type ReactElement } from 'react';
import { sharesOf } from '#domain/scoring/combine';
import { confidences, evidenceLadder } from '#domain/scoring/evidence';
import type { Side } from '#domain/scoring/models';
import { ownAnswer, answerTo, type Estimate, type Rating } from '#domain/scoring/rating';
import { scoreUseCase } from '#domain/scoring/score-use-case';
import { withAnswer } from '#domain/scoring/stored-rating';
import { useEscape } from '../use-escape';
import { CriterionControl } from './criterion-control';
import './rating.css';
import { DraftsNote } from '../drafts-note';
import type { RatingLook } from './rating-look';
import { ScoreLine } from './score-line';
import { evidenceTexts, effortSource } from './score-texts';
import { t } from '../texts';

/** The questions of the project's model, with the score as it would be. */
export function RatingForm({
  look,
  rating,
  estimate,
  saving,
  onChange,
  onSave,
  onCancel,
  onEscape,
}: {
  readonly look: RatingLook;
  readonly rating: Rating;
  readonly estimate: Estimate | undefined;
  readonly saving: boolean;
  readonly onChange: (rating: Rating) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly onEscape: () => void;
}): ReactElement {
  const { model } = look;
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    firstOpen(box.current)?.focus({ preventScroll: true });
  }, []);
  useEscape(box, onEscape);
  const scoring = scoreUseCase(model, rating, estimate);
  const sides: readonly (readonly [string, Side])[] = [
    [model.value.label, model.value],
    [model.effort.label, model.effort],
  ];
  return (
    <form
      ref={box}
      className="rating-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {sides.map(([label, side]) => (
        <section key={label} className="rating-side" aria-label={label}>
          <h4>{label}</h4>
          {side.combine === 'estimate' && estimate !== undefined ? (
            <EstimateNote look={look} rating={rating} estimate={estimate} />
          ) : (
            <Criteria look={look} side={side} rating={rating} onChange={onChange} />
          )}
        </section>
      ))}
      <EvidenceSelect rating={rating} onChange={onChange} />
      <DraftsNote />
      <div className="rating-foot">
        {scoring.state === 'scored' ? (
          <ScoreLine look={look} scored={scoring} />
        ) : (
          <p className="quiet small">
            {t('rating.ratingForm.stillOpen', {
              list: scoring.missing.map(({ name }) => name).join(', '),
            })}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="button button-primary" disabled={saving}>
            {saving ? t('rating.ratingForm.saving') : t('rating.ratingForm.save')}
          </button>
          <button type="button" className="button" onClick={onCancel}>
            {t('rating.ratingForm.cancel')}
          </button>
        </div>
      </div>
    </form>
  );
}

/** Where to begin: the first question without an answer, or, where all have one, what saves them. */
function firstOpen(form: HTMLFormElement | null): HTMLElement | null | undefined {
  const questions = [...(form?.querySelectorAll('fieldset') ?? [])];
  const open = questions.find(
    (question) =>
      question.querySelector(':checked') === null &&
      (question.querySelector<HTMLInputElement>('.figure input')?.value ?? '') === '',
  );
  return open?.querySelector('input') ?? form?.querySelector<HTMLElement>('[type=submit]');
}

function EvidenceSelect({
  rating,
  onChange,
}: {
  readonly rating: Rating;
  readonly onChange: (rating: Rating) => void;
}): ReactElement {
  return (
    <label className="rating-side">
      <span className="label">{t('rating.ratingForm.whatItRestsOn')}</span>
      <select
        value={rating.evidence ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const rung = evidenceLadder.find((each) => each === value) ?? null;
          onChange(withAnswer(rating, 'evidence', rung));
        }}
      >
        <option value="">{t('rating.ratingForm.notSaidCountsAsOwn')}</option>
        {evidenceLadder.map((rung) => (
          <option key={rung} value={rung}>
            {t('rating.ratingForm.sure', {
              rung: evidenceTexts[rung],
              percent: Math.round(100 * confidences[rung]),
            })}
          </option>
        ))}
      </select>
      <span className="quiet small">{t('rating.ratingForm.theOrderIsThatOf')}</span>
    </label>
  );
}

function Criteria({
  look,
  side,
  rating,
  onChange,
}: {
  readonly look: RatingLook;
  readonly side: Side;
  readonly rating: Rating;
  readonly onChange: (rating: Rating) => void;
}): ReactElement {
  const shares = sharesOf(side.criteria);
  const weighed = side.combine === 'mean' && side.criteria.length > 1;
  return (
    <>
      {side.criteria.map((criterion, index) => (
        <CriterionControl
          key={criterion.id}
          criterion={criterion}
          share={weighed ? look.say(shares[index] ?? 0) : ''}
          answer={answerTo(criterion, rating)}
          say={look.say}
          onChange={(answer) => {
            onChange(withAnswer(rating, criterion.id, answer ?? null));
          }}
        />
      ))}
    </>
  );
}

/** The team's estimate is the team's: it is shown here and changed in Jira. */
function EstimateNote({
  look: { model, say },
  rating,
  estimate,
}: {
  readonly look: RatingLook;
  readonly rating: Rating;
  readonly estimate: Estimate;
}): ReactElement {
  const [criterion] = model.effort.criteria;
  const own = criterion && ownAnswer(rating.answers, criterion.id)?.likely;
  const unit = model.effort.unit;
  return (
    <p className="small">
      <strong>
        {say(estimate.points)} {unit}
      </strong>
      {t('rating.ratingForm.itChangesWhereTheTeam', {
        estimate: effortSource(model, estimate.from, estimate),
      })}
      {own === undefined || own === estimate.points ? null : (
        <span className="warn"> {t('rating.ratingForm.yourOwnNumberWas', { own: say(own) })}</span>
      )}
    </p>
  );
}
