/** Whether a text answers a search: every word of it, in any case; "…" is a phrase, * and ? stand for letters. */
export function matchesText(text: string, search: string): boolean {
  const words = wordsOf(text);
  const terms = termsOf(search);
  // Signs alone are no words, and find nothing.
  if (terms.length === 0) return false;
  return terms.every((term) =>
    term.phrase ? holdsPhrase(words, wordsOf(term.text)) : words.some(matcher(term.text)),
  );
}

type Term = { readonly text: string; readonly phrase: boolean };

function termsOf(search: string): readonly Term[] {
  const found = search.matchAll(/"(?<phrase>[^"]*)"|(?<word>\S+)/gu);
  return [...found].flatMap(({ groups = {} }): readonly Term[] => {
    const { phrase, word = '' } = groups;
    if (phrase !== undefined) return [{ text: phrase, phrase: true }];
    const pieces = word.toLowerCase().match(/[\p{L}\p{N}*?]+/gu) ?? [];
    return pieces.map((text) => ({ text, phrase: false }));
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function matcher(term: string): (word: string) => boolean {
  if (!/[*?]/u.test(term)) return (word) => word === term;
  const pattern = new RegExp(`^${term.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
  return (word) => pattern.test(word);
}

function holdsPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_word, start) =>
    phrase.every((each, offset) => words[start + offset] === each),
  );
}
