import { useState, type ReactElement } from 'react';
import { download } from '../../../shared/bridge';
import { asPng, asSvg } from './export-picture';
import { scoreCsv } from './score-csv';
import type { Looking, ShownAs, WithPicture } from '../data/page-parts';
import type { WithChart } from '../chart/chart-props';
import { chancesOf } from '../data/use-top-chances';
import { t } from '../../../shared/texts';

type Uses = WithPicture & WithChart & Pick<Looking, 'looks'> & Pick<ShownAs, 'asTable'>;

/** Hands out what is shown, as a spreadsheet or as a picture. */
export default function ExportMenu({ page }: { readonly page: Uses }): ReactElement {
  const { picture, asTable } = page;
  const [said, setSaid] = useState('');
  const name = `northstar-quadrant-${picture.state.subject?.key ?? 'project'}`;
  const exportCsv = (): void => {
    download(`${name}.csv`, 'text/csv', csvOf(page));
  };
  const exportSvg = (): void => {
    download(`${name}.svg`, 'image/svg+xml', asSvg(page));
  };
  const exportPng = async (): Promise<void> => {
    setSaid('');
    const image = await asPng(page);
    if (image === undefined) setSaid(t('tools.exportMenu.thisBrowserMadeNoPicture'));
    else download(`${name}.png`, 'image/png', image);
  };
  return (
    <div className="menu-list">
      <button type="button" className="link-button" onClick={exportCsv}>
        {t('tools.exportMenu.exportCsv')}
      </button>
      <button
        type="button"
        className="link-button"
        disabled={asTable}
        onClick={() => void exportPng()}
      >
        {t('tools.exportMenu.exportPng')}
      </button>
      <button type="button" className="link-button" disabled={asTable} onClick={exportSvg}>
        {t('tools.exportMenu.exportSvg')}
      </button>
      {asTable ? <p className="quiet small">{t('tools.exportMenu.picturesAreMadeOfThe')}</p> : null}
      <p className="wrong small" role="alert">
        {said}
      </p>
    </div>
  );
}

function csvOf({ picture, looks }: Uses): string {
  const { seen, unscored, look } = picture;
  const chances = chancesOf(seen, look.model, looks.top);
  return scoreCsv(seen, unscored, {
    look,
    top: looks.top,
    chances: typeof chances === 'object' ? chances : new Map(),
  });
}
