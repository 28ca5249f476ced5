const opensEmbedding = /[\u202A\u202B\u202D\u202E]/u;
const opensIsolate = /[\u2066-\u2068]/u;
const popEmbedding = '\u202C';
const popIsolate = '\u2069';

/**
 * Text whose direction marks are closed at its end, so that they turn nothing round that is written beside
 * it: a name with U+202E would reverse the digits of the number that follows. Source: Unicode Standard
 * Annex 9, "Unicode Bidirectional Algorithm".
 */
export function closed(text: string): string {
  const open: string[] = [];
  for (const sign of text) {
    if (opensEmbedding.test(sign)) open.push(popEmbedding);
    else if (opensIsolate.test(sign)) open.push(popIsolate);
    else if (sign === open.at(-1)) open.pop();
    else if (sign === popIsolate) closeIsolate(open);
  }
  return text + open.reverse().join('');
}

/** The end of an isolate also ends the embeddings that were opened inside of it. */
function closeIsolate(open: string[]): void {
  const at = open.lastIndexOf(popIsolate);
  if (at >= 0) open.splice(at);
}
