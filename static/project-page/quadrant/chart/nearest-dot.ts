import type { Shape } from './lay-out';
import { sharesAt, xOf, yOf, type Plot, type Viewport } from './viewport';

/** A grid over the shares of the axes, to find a dot among tens of thousands at once. */
type Index = { readonly shares: Float32Array; readonly cells: readonly (readonly number[])[] };

const side = 128;

let built: Index | undefined;

/** The dot under a point of the canvas, where every use case is its own mark. */
export function nearestDot(
  {
    shares,
    viewport,
    plot,
  }: { readonly shares: Float32Array; readonly viewport: Viewport; readonly plot: Plot },
  x: number,
  y: number,
): Shape | undefined {
  if (built?.shares !== shares) built = indexOf(shares);
  const { across, up } = sharesAt(x, y, viewport, plot);
  const reach = 8;
  const columns = Math.ceil((reach / plot.width) * (viewport.right - viewport.left) * side);
  const rows = Math.ceil((reach / plot.height) * (viewport.top - viewport.bottom) * side);
  let best: Shape | undefined;
  let least = reach;
  for (let column = -columns; column <= columns; column += 1) {
    for (let row = -rows; row <= rows; row += 1) {
      const cell = cellOf(across, up, column, row);
      for (const index of built.cells[cell] ?? []) {
        const dot = dotAt({ shares, viewport, plot }, index);
        const distance = Math.hypot(dot.x - x, dot.y - y);
        if (distance >= least) continue;
        [best, least] = [dot, distance];
      }
    }
  }
  return best;
}

/** A use case as the dot that it is, where every use case is its own mark. */
export function dotAt(
  { shares, viewport, plot }: Parameters<typeof nearestDot>[0],
  index: number,
): Shape {
  const x = xOf(shares[2 * index] ?? 0, viewport, plot);
  const y = yOf(shares[2 * index + 1] ?? 0, viewport, plot);
  return { x, y, radius: 3, region: 0, indices: [index] };
}

function indexOf(shares: Float32Array): Index {
  const cells = Array.from({ length: side * side }, (): number[] => []);
  for (let index = 0; 2 * index < shares.length; index += 1) {
    cells[cellOf(shares[2 * index] ?? 0, shares[2 * index + 1] ?? 0, 0, 0)]?.push(index);
  }
  return { shares, cells };
}

function cellOf(across: number, up: number, column: number, row: number): number {
  const at = (share: number): number => Math.min(side - 1, Math.max(0, Math.floor(share * side)));
  return at(across + column / side) * side + at(up + row / side);
}
