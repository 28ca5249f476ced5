import type { ReactElement } from 'react';
import { stageTexts } from '../../../shared/choice-texts';
import type { WithPicture } from '../data/page-parts';
import { t } from '../../../shared/texts';
import { countOf } from '../../../shared/say-figures';

/** More lines than that nobody reads on paper; the CSV holds them all. */
const linesAtMost = 500;

/** What the picture shows, in its order, for paper. */
export function PrintTable({
  page: {
    picture: { seen, look },
  },
}: {
  readonly page: WithPicture;
}): ReactElement {
  const { model, say, nameOf } = look;
  const titles = [
    t('quadrant.printTable.key'),
    t('quadrant.printTable.useCase'),
    t('quadrant.printTable.quadrant'),
    t('quadrant.printTable.stage'),
    model.value.label,
    model.effort.label,
  ];
  const left = seen.length - linesAtMost;
  return (
    <>
      <table className="plain-table print-table small">
        <thead>
          <tr>
            {[...titles, t('quadrant.printTable.score')].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen
            .slice(0, linesAtMost)
            .map(({ issue: { id, key, summary }, quadrant, stage, value, effort, score }) => (
              <tr key={id}>
                <td>{key}</td>
                <td>{summary}</td>
                <td>{quadrant === null ? '' : nameOf(quadrant)}</td>
                <td>{stage === '' ? '' : stageTexts[stage].name}</td>
                <td className="figure-cell">{say(value.likely)}</td>
                <td className="figure-cell">{say(effort.likely)}</td>
                <td className="figure-cell">{say(score)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {left > 0 ? (
        <p className="quiet">{t('quadrant.printTable.moreExportACsv', { left: countOf(left) })}</p>
      ) : null}
    </>
  );
}
