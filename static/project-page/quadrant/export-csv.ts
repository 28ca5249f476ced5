import { download } from '../../shared/bridge';
import type { Filter } from './picture';
import type { SeenPicture } from './use-picture';

/** Hands out what is shown; the writer of spreadsheets comes with the first export. */
export async function exportCsv(
  { seen, unscored, look, state }: SeenPicture,
  { kind }: Filter,
): Promise<void> {
  const { scoreCsv } = await import('./score-csv');
  const open = unscored.filter((each) => each.kind === kind);
  const name = `northstar-scores-${state.subject?.key ?? 'project'}.csv`;
  download(name, 'text/csv', scoreCsv(seen, open, look));
}
