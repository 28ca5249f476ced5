/**
 * Splits a list written on one line: at semicolons where there are any, else at commas, but not
 * inside brackets. A closing "and" and the final full stop belong to the sentence, not to an item.
 * @example splitInlineList('CRM, web shop (app, site), and store.') gives three items
 */
export function splitInlineList(text: string): readonly string[] {
  const separator = outsideBrackets(text).includes(';') ? ';' : ',';
  return splitOutsideBrackets(text.trim().replace(/\.$/u, ''), separator)
    .map((item) => item.trim().replace(/^(?:and|&)\s+/iu, ''))
    .filter((item) => item !== '');
}

function outsideBrackets(text: string): string {
  return text.replace(/\([^)]*\)|\[[^\]]*\]/gu, '');
}

function splitOutsideBrackets(text: string, separator: string): string[] {
  const items = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth += 1;
    if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    if (sign === separator && depth === 0) items.push('');
    else items.push((items.pop() ?? '') + sign);
  }
  return items;
}
