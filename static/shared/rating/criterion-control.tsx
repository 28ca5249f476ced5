import { useId, useRef, useState, type ReactElement } from 'react';
import { boundsOf, fits, type Criterion, type Step } from '#domain/scoring/criterion';
import { exactly, type Range } from '#domain/scoring/range';
import type { SayNumber } from '#domain/scoring/explain-score';
import { t } from '../texts';

type ControlProps = {
  readonly criterion: Criterion;
  /** Its share of the weights, '' where the model does not weigh. */
  readonly share: string;
  readonly answer: Range | undefined;
  readonly say: SayNumber;
  readonly onChange: (answer: Range | undefined) => void;
};

/** One criterion: steps to choose from or a number to write, and a range for who is not sure. */
export function CriterionControl(props: ControlProps): ReactElement {
  const { criterion, share, answer, say, onChange } = props;
  // While a figure is typed, its first digits must not widen the range that was there before.
  const before = useRef(answer);
  const ranged = answer !== undefined && answer.low !== answer.high;
  const [open, setOpen] = useState(ranged);
  return (
    <fieldset className="criterion">
      <legend>
        {criterion.name} {share === '' ? null : <span className="quiet small">×{share}</span>}
      </legend>
      {criterion.scale.kind === 'steps' ? (
        <Steps {...props} steps={criterion.scale.steps} />
      ) : (
        <NumberInput
          label={criterion.name}
          unit={criterion.scale.unit}
          figure={answer?.likely}
          onFocus={() => {
            before.current = answer;
          }}
          onChange={(figure) => {
            onChange(readAnswer(criterion, figure, before.current));
          }}
        />
      )}
      <Anchor scale={criterion.scale} figure={answer?.likely} say={say} />
      {answer === undefined ? null : (
        <details
          className="range"
          open={open}
          onToggle={(event) => {
            setOpen(event.currentTarget.open);
          }}
        >
          <summary className="small">
            {ranged
              ? t('rating.criterionControl.fromTo', {
                  low: say(answer.low),
                  high: say(answer.high),
                })
              : t('rating.criterionControl.notSureGiveARange')}
          </summary>
          <RangeInputs criterion={criterion} answer={answer} onChange={onChange} />
        </details>
      )}
    </fieldset>
  );
}

function Steps({
  criterion,
  steps,
  answer,
  say,
  onChange,
}: ControlProps & {
  readonly steps: readonly { readonly value: number; readonly label: string }[];
}): ReactElement {
  const name = useId();
  const [pointed, setPointed] = useState<number>();
  const shown = steps.find(({ value }) => value === (pointed ?? answer?.likely));
  return (
    <>
      <div
        className="steps"
        onPointerLeave={() => {
          setPointed(undefined);
        }}
      >
        {steps.map(({ value, label }) => (
          <label
            key={value}
            className={answer !== undefined && value <= answer.likely ? 'step step-on' : 'step'}
            title={label}
            onPointerEnter={() => {
              setPointed(value);
            }}
          >
            <input
              type="radio"
              name={name}
              aria-label={`${say(value)}: ${label}`}
              checked={answer?.likely === value}
              onChange={() => {
                setPointed(undefined);
                onChange(readAnswer(criterion, value, answer));
              }}
            />
            <span aria-hidden>{say(value)}</span>
          </label>
        ))}
      </div>
      <p className="anchor quiet small">
        {shown?.label ?? t('rating.criterionControl.notAnsweredYet')}
      </p>
    </>
  );
}

/** What a figure of a scale of numbers means: the anchor at or below it; before there is one, all of them. */
function Anchor({
  scale,
  figure,
  say,
}: {
  readonly scale: Criterion['scale'];
  readonly figure: number | undefined;
  readonly say: SayNumber;
}): ReactElement | null {
  if (scale.kind !== 'number' || scale.anchors === undefined) return null;
  const told = ({ value, label }: Step): string => `${say(value)}: ${label}`;
  const reached = scale.anchors.findLast(({ value }) => figure !== undefined && value <= figure);
  return (
    <p className="anchor quiet small">
      {reached === undefined ? scale.anchors.map(told).join(' · ') : told(reached)}
    </p>
  );
}

function NumberInput({
  label,
  unit,
  figure,
  onFocus,
  onChange,
}: {
  readonly label: string;
  readonly unit: string;
  readonly figure: number | undefined;
  readonly onFocus: () => void;
  readonly onChange: (figure: number | undefined) => void;
}): ReactElement {
  return (
    <label className="figure">
      <input
        type="number"
        min="0"
        step="any"
        aria-label={label}
        defaultValue={figure ?? ''}
        onFocus={onFocus}
        onChange={({ currentTarget }) => {
          const { value, valueAsNumber } = currentTarget;
          onChange(value === '' ? undefined : valueAsNumber);
        }}
      />
      <span className="quiet small">{unit}</span>
    </label>
  );
}

function RangeInputs({
  criterion,
  answer,
  onChange,
}: {
  readonly criterion: Criterion;
  readonly answer: Range;
  readonly onChange: (answer: Range) => void;
}): ReactElement {
  const [least, most] = boundsOf(criterion);
  const ends = [
    [t('rating.criterionControl.atLeast'), 'low', least, answer.likely],
    [t('rating.criterionControl.atMost'), 'high', answer.likely, most],
  ] as const;
  return (
    <div className="range-ends">
      {ends.map(([label, end, from, to]) => (
        <label key={end} className="small">
          {label}
          <RangeEnd
            label={`${criterion.name}: ${label.toLowerCase()}`}
            figure={answer[end]}
            bounds={[from, to]}
            onChange={(figure) => {
              onChange({ ...answer, [end]: figure });
            }}
          />
        </label>
      ))}
    </div>
  );
}

/**
 * One end of a range. What is typed stands as it is typed, and counts as soon as it lies on its side of
 * the likely figure; what does not when it is left goes back to the last that did.
 */
function RangeEnd({
  label,
  figure,
  bounds: [from, to],
  onChange,
}: {
  readonly label: string;
  readonly figure: number;
  readonly bounds: readonly [number, number | null];
  readonly onChange: (figure: number) => void;
}): ReactElement {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      type="number"
      step="any"
      min={from}
      max={to ?? undefined}
      aria-label={label}
      value={typed ?? figure}
      onChange={({ currentTarget: { value, valueAsNumber } }) => {
        setTyped(value);
        if (valueAsNumber >= from && valueAsNumber <= (to ?? Infinity)) onChange(valueAsNumber);
      }}
      onBlur={() => {
        setTyped(undefined);
      }}
    />
  );
}

/** A new likely figure keeps the range where it still lies within; outside of the scale there is no answer. */
function readAnswer(
  criterion: Criterion,
  figure: number | undefined,
  before: Range | undefined,
): Range | undefined {
  if (figure === undefined || !Number.isFinite(figure)) return undefined;
  const ranged = before !== undefined && before.low !== before.high;
  const next = ranged
    ? { low: Math.min(before.low, figure), likely: figure, high: Math.max(before.high, figure) }
    : exactly(figure);
  return fits(criterion, next) ? next : undefined;
}
