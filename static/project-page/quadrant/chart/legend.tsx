import { useEffect, useRef, type ReactElement } from 'react';
import { drawForm, paletteAt } from './draw-scene';
import type { Category } from './looks';

/** What colours and forms mean, and how to read a bubble and the ellipse. */
export function Legend({
  categories,
  bubbles,
}: {
  readonly categories: readonly Category[];
  readonly bubbles: boolean;
}): ReactElement {
  return (
    <ul className="legend small" aria-label="Legend">
      {categories.map((category) => (
        <li key={category.name}>
          <Swatch category={category} /> {category.name}
        </li>
      ))}
      {bubbles ? (
        <li className="quiet">A number is a bubble of so many; its ring shows the mix</li>
      ) : null}
      <li className="quiet">Dashed ellipse: 8 of 10 outcomes of the chosen one</li>
    </ul>
  );
}

function Swatch({ category }: { readonly category: Category }): ReactElement {
  const element = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = element.current?.getContext('2d');
    if (element.current === null || canvas === null || canvas === undefined) return;
    const { categories, surface, text } = paletteAt(element.current, [category]);
    canvas.setTransform(2, 0, 0, 2, 0, 0);
    canvas.clearRect(0, 0, 14, 14);
    const colour = categories[0] ?? text;
    drawForm(canvas, { x: 7, y: 7, radius: 6 }, { form: category.form, colour, surface });
  });
  return <canvas ref={element} width="28" height="28" className="swatch" aria-hidden="true" />;
}
