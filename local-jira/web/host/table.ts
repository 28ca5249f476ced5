import { h } from './elements';

type Cell = Node | string;

/** A table of a heading and rows; cells are text or elements. */
export function dataTable(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): HTMLElement {
  return h(
    'div',
    { class: 'table-frame', tabindex: '0', role: 'group', 'aria-label': 'Table' },
    h(
      'table',
      { class: 'issue-table' },
      h('thead', {}, h('tr', {}, ...heads.map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map((cell) => h('td', {}, cell))))),
    ),
  );
}
