import type { Range } from './range';

/** One step of a scale, with what it means in plain words. */
export type Step = { readonly value: number; readonly label: string };

/** What answers a criterion takes: one of some steps, or a number from `least` to `most` in a unit. */
export type Scale =
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'number';
      readonly least: number;
      /** null where there is no upper bound. */
      readonly most: number | null;
      readonly unit: string;
      /** What some of its figures mean in plain words, from the least to the greatest. */
      readonly anchors?: readonly Step[];
    };

/** One question of a scoring model. */
export type Criterion = {
  /** Names the answer on the record; never changes, whatever the criterion is called. */
  readonly id: string;
  readonly name: string;
  readonly scale: Scale;
  /** How much it counts beside the others of its axis; at least 0, in any unit. */
  readonly weight: number;
  /** Whether a higher answer speaks for the axis or against it. */
  readonly direction: 'more' | 'less';
  /** Where nobody answers it, the evidence does. */
  readonly fromEvidence?: true;
};

/** The least and the most that a criterion can be answered with; null where there is no upper bound. */
export function boundsOf({ scale }: Pick<Criterion, 'scale'>): readonly [number, number | null] {
  if (scale.kind === 'number') return [scale.least, scale.most];
  const values = scale.steps.map(({ value }) => value);
  return [Math.min(...values), Math.max(...values)];
}

/** Whether a range lies on the criterion's scale. Between two steps is allowed: a team may say 3.5. */
export function fits(criterion: Pick<Criterion, 'scale'>, { low, high }: Range): boolean {
  const [least, most] = boundsOf(criterion);
  return low >= least && (most === null || high <= most);
}
