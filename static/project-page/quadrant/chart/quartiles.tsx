import { useMemo, type ReactElement } from 'react';
import { quartilesOf } from '#domain/scoring/quartiles';
import type { LiveScene } from './chart-props';
import type { WithPicture } from '../data/page-parts';
import { xOf, yOf } from './viewport';
import './layers.css';
import { t } from '../../../shared/texts';

const names = [
  'tools.quartiles.aQuarter',
  'tools.quartiles.half',
  'tools.quartiles.threeQuarters',
] as const;

/** Where a model has no thresholds, the quarters of what is shown stand in as a help. */
export default function Quartiles({
  page: { picture },
  scene: { axes, viewport, plot },
}: {
  readonly page: WithPicture;
  readonly scene: LiveScene;
}): ReactElement | null {
  const { look, seen } = picture;
  const quartiles = useMemo(() => {
    const of = (axis: 'value' | 'effort') => quartilesOf(seen.map((mark) => mark[axis].likely));
    return { value: of('value'), effort: of('effort') };
  }, [seen]);
  if (quartiles.value === undefined || quartiles.effort === undefined) return null;
  const bottom = plot.top + plot.height;
  const right = plot.left + plot.width;
  return (
    <svg className="chart-frame quartiles" aria-hidden="true">
      {quartiles.value.map((figure, index) => {
        const y = yOf(axes.up.toShare(figure), viewport, plot);
        return y < plot.top || y > bottom ? null : (
          <g key={names[index]}>
            <line x1={plot.left} x2={right} y1={y} y2={y} />
            <text x={right - 6} y={y - 4} textAnchor="end">
              {t('tools.quartiles.below', {
                share: t(names[index] ?? names[0]),
                figure: look.say(figure),
              })}
            </text>
          </g>
        );
      })}
      {quartiles.effort.map((figure, index) => {
        const x = xOf(axes.across.toShare(figure), viewport, plot);
        return x < plot.left || x > right ? null : (
          <line key={names[index]} x1={x} x2={x} y1={plot.top} y2={bottom} />
        );
      })}
    </svg>
  );
}
