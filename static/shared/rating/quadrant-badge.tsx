import type { ReactElement } from 'react';
import type { Quadrant } from '#domain/scoring/quadrant';

const corners: Readonly<Record<Quadrant, readonly [number, number]>> = {
  'quick-win': [2, 2],
  'strategic-bet': [9, 2],
  'easy-fill': [2, 9],
  deprioritise: [9, 9],
};

/** Two by two, with the corner of the quadrant filled. */
export function QuadrantGlyph({ quadrant }: { readonly quadrant: Quadrant }): ReactElement {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden>
      {Object.entries(corners).map(([each, [x, y]]) => (
        <rect
          key={each}
          x={x}
          y={y}
          width="5"
          height="5"
          rx="1"
          fill={each === quadrant ? 'currentColor' : 'none'}
        />
      ))}
    </svg>
  );
}

/** A quadrant by glyph, colour and name. */
export function QuadrantBadge({
  quadrant,
  name,
}: {
  readonly quadrant: Quadrant;
  readonly name: string;
}): ReactElement {
  return (
    <span className={`badge badge-${quadrant}`}>
      <QuadrantGlyph quadrant={quadrant} /> {name}
    </span>
  );
}
