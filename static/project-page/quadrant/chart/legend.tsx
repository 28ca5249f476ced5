import { useEffect, useRef, type ReactElement } from 'react';
import { drawForm, paletteAt } from './draw-scene';
import { sizings, type Category, type Sizing } from '../data/looks';
import { t } from '../../../shared/texts';

/** What colours, forms and sizes mean, and how to read a bubble and the ellipse where there is one. */
export function Legend({
  categories,
  size,
  bubbles,
  ellipse,
}: {
  readonly categories: readonly Category[];
  readonly size: Sizing;
  readonly bubbles: boolean;
  readonly ellipse: boolean;
}): ReactElement {
  const notes = [
    ...(size === 'same' ? [] : [t('quadrant.legend.theLargerTheMore', { count: sizings[size] })]),
    ...(bubbles ? [t('quadrant.legend.aNumberIsABubble')] : []),
    ...(ellipse ? [t('quadrant.legend.dashedEllipse8Of10')] : []),
  ];
  return (
    <ul className="legend small" aria-label={t('quadrant.legend.legend')}>
      {categories.map((category) => (
        <li key={category.name}>
          <Swatch category={category} /> {category.name}
        </li>
      ))}
      {notes.map((note) => (
        <li key={note} className="quiet">
          {note}
        </li>
      ))}
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
