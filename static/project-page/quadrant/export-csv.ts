import { download } from '../../shared/bridge';
import { scoreCsv } from './score-csv';
import type { Filter } from './picture';
import type { SeenPicture } from './use-picture';

/** Hands out what is shown. The writer of spreadsheets comes with this file, on the first export. */
export function exportCsv({ seen, unscored, look, state }: SeenPicture, { kind }: Filter): void {
  const open = unscored.filter((each) => each.kind === kind);
  const name = `northstar-scores-${state.subject?.key ?? 'project'}.csv`;
  download(name, 'text/csv', scoreCsv(seen, open, look));
}
