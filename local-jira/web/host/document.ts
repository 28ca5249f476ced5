import { h } from './elements';
import type { DocumentNode } from './jira';

type Draw = (children: readonly (HTMLElement | string)[], node: DocumentNode) => HTMLElement;

const heading: Draw = (children, { attrs }) => {
  const level = Math.min(Number(attrs?.['level'] ?? 3) + 2, 6);
  return h(`h${String(level)}` as 'h3', {}, ...children);
};

const blocks: Readonly<Record<string, Draw>> = {
  doc: (children) => h('div', { class: 'document' }, ...children),
  paragraph: (children) => h('p', {}, ...children),
  heading,
  bulletList: (children) => h('ul', {}, ...children),
  orderedList: (children) => h('ol', {}, ...children),
  listItem: (children) => h('li', {}, ...children),
  blockquote: (children) => h('blockquote', {}, ...children),
  codeBlock: (children) => h('pre', {}, ...children),
  rule: () => h('hr'),
  hardBreak: () => h('br'),
  panel: (children) => h('div', { class: 'note' }, ...children),
  table: (children) => h('table', {}, h('tbody', {}, ...children)),
  tableRow: (children) => h('tr', {}, ...children),
  tableHeader: (children) => h('th', {}, ...children),
  tableCell: (children) => h('td', {}, ...children),
  mention: (_children, { attrs }) =>
    h('span', { class: 'mention' }, textOfAttribute(attrs?.['text'])),
};

function textOfAttribute(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const marks = { strong: 'strong', em: 'em', code: 'code', strike: 's', underline: 'u' } as const;

/** Draws an Atlassian document. What it does not know is drawn by what is inside it. */
export function drawDocument(node: DocumentNode): HTMLElement {
  const drawn = draw(node);
  return typeof drawn === 'string' ? h('span', {}, drawn) : drawn;
}

function draw(node: DocumentNode): HTMLElement | string {
  if (node.type === 'text') return marked(node);
  const children = (node.content ?? []).map(draw);
  const block = blocks[node.type];
  return block ? block(children, node) : h('span', {}, ...children);
}

function marked({ text = '', marks: wanted = [] }: DocumentNode): HTMLElement | string {
  return wanted.reduce<HTMLElement | string>((inner, { type, attrs }) => {
    if (type === 'link') return h('a', { href: safeAddress(attrs?.href) }, inner);
    return type in marks ? h(marks[type as keyof typeof marks], {}, inner) : inner;
  }, text);
}

/** Text that somebody typed may hold an address that runs a script. */
function safeAddress(href = ''): string {
  return /^(https?:|mailto:|\/)/u.test(href) ? href : '#';
}
