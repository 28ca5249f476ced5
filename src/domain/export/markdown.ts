import { closed } from '../direction-marks';
import { textOfValue } from '../fill/value-text';
import type { FieldName, FieldValue, Risk } from '../use-case/fields';
import { fields } from '../use-case/fields';
import { chaptersOf } from './chapters';
import type { UseCaseDocument } from './document';

/** A use case as a document in Markdown: contents, chapters, version and history of changes. */
export function markdownOf(document: UseCaseDocument): string {
  const chapters = chaptersOf(document);
  const lines = [
    `# ${escaped(document.summary).replace(/#(?=#*\s*$)/gu, String.raw`\#`)}`,
    '',
    `${document.key} · edit ${String(document.rev)}`,
    '',
    '## Contents',
    '',
    ...chapters.map(({ title }, index) => `${String(index + 1)}. ${title}`),
  ];
  chapters.forEach(({ title, fields: named }, index) => {
    lines.push('', `## ${String(index + 1)}. ${title}`);
    for (const [field, label] of named) {
      lines.push('', ...blockOf(field, label, document.values[field]));
    }
  });
  if (document.history.length > 0) {
    lines.push('', '## Change history', '', '| When | Field | From | To |', '| - | - | - | - |');
    for (const { at, field, from, to } of document.history)
      lines.push(`| ${at} | ${field} | ${cell(from)} | ${cell(to)} |`);
  }
  return `${lines.join('\n')}\n`;
}

function blockOf(field: FieldName, label: string, value: FieldValue): readonly string[] {
  const items = itemsOf(field, value);
  const start = label === '' ? '' : `**${label}:** `;
  if (items === undefined) return [`${start}${escaped(textOfValue(field, value))}`];
  const numbered = field === 'basicFlow';
  return [
    ...(label === '' ? [] : [`**${label}**`, '']),
    ...items.map((each, index) => `${numbered ? `${String(index + 1)}.` : '-'} ${item(each)}`),
  ];
}

/** The items of a list, risks as sentences; undefined where a value is no list. */
export function itemsOf(field: FieldName, value: FieldValue): readonly string[] | undefined {
  if (fields[field] === 'risks') {
    return (value as readonly Risk[]).map(({ risk, mitigation }) =>
      mitigation === '' ? risk : `${risk} Mitigation: ${mitigation}`,
    );
  }
  return fields[field] === 'list' ? (value as readonly string[]) : undefined;
}

const address = /((?:https?|ftp):\/\/[^\s<>]+)/iu;

/**
 * Text that Markdown shows as it is written: nothing in it becomes a heading, a list, a rule, a fence, a
 * link or a code block, and addresses stay whole.
 */
function escaped(text: string): string {
  const plain = closed(text)
    .split(address)
    .map((part, index) =>
      index % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_<>[\]|~&]/gu, String.raw`\$&`),
    )
    .join('');
  return plain
    .replace(/^[ \t]+/gmu, (space) => '&nbsp;'.repeat(space.replaceAll('\t', '    ').length))
    .replace(/^(?<before>(?:&nbsp;)*)(?<sign>[#>+=:-])/gmu, String.raw`$<before>\$<sign>`)
    .replace(/^(?<before>(?:&nbsp;)*\d+)(?<sign>[.)])/gmu, String.raw`$<before>\$<sign>`)
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll('\n', '  \n');
}

/** A list item of several lines stays one item. */
function item(text: string): string {
  return escaped(text.replace(/^[\r\n]+/u, '')).replaceAll('\n', '\n   ');
}

function cell(text: string | undefined): string {
  return text === undefined
    ? ''
    : escaped(text)
        .replaceAll('  \n', ' ')
        .replace(/(?<!\\)\|/gu, '%7C');
}
