import { isJsonObject } from '../../domain/use-case/json';

const blocks = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'codeBlock', 'tableRow']);

/**
 * The plain text of a rich text in Atlassian Document Format: one line per block, list items with
 * a dash. Marks, media and macros are left out.
 */
export function textOfAdf(node: unknown): string {
  return lines(node, '')
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function lines(node: unknown, prefix: string): string[] {
  if (!isJsonObject(node)) return [];
  const type = node['type'];
  const children: readonly unknown[] = Array.isArray(node['content']) ? node['content'] : [];
  if (type === 'paragraph' || type === 'heading' || type === 'codeBlock') {
    return [`${prefix}${children.map(inlineText).join('')}`];
  }
  const inner = type === 'listItem' ? `${prefix}- ` : prefix;
  const found = children.flatMap((child, index) => lines(child, index === 0 ? inner : prefix));
  return typeof type === 'string' && blocks.has(type) ? found : [...found, ''];
}

function inlineText(node: unknown): string {
  if (!isJsonObject(node)) return '';
  if (node['type'] === 'hardBreak') return '\n';
  const attributes = node['attrs'];
  const label = isJsonObject(attributes) ? attributes['text'] : undefined;
  const text = node['text'] ?? label;
  return typeof text === 'string' ? text : '';
}
