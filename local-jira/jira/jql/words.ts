/**
 * Whether a text answers a search: every word of it, in any case; "…" is a phrase, * and ? stand for
 * letters. Signs alone are no words, and find nothing.
 */
export function matchesText(text: string, search: string): boolean {
  const words = wordsOf(text);
  const terms = termsOf(search);
  return (
    terms.length > 0 &&
    terms.every((term) =>
      term.phrase
        ? holdsPhrase(words, wordsOf(term.text))
        : words.some((word) => fits(word, term.text)),
    )
  );
}

/** Whether a search begins a word with * or ?, which Jira's index cannot answer. */
export function startsWithWildcard(search: string): boolean {
  return termsOf(search).some(({ text, phrase }) => !phrase && /^[*?]/u.test(text));
}

type Term = { readonly text: string; readonly phrase: boolean };

function termsOf(search: string): readonly Term[] {
  const found = search.matchAll(/"(?<phrase>[^"]*)"|(?<word>\S+)/gu);
  return [...found].flatMap(({ groups = {} }): readonly Term[] => {
    const { phrase, word = '' } = groups;
    if (phrase !== undefined) {
      return wordsOf(phrase).length > 0 ? [{ text: phrase, phrase: true }] : [];
    }
    const pieces = word.toLowerCase().match(/[\p{L}\p{N}*?]+/gu) ?? [];
    return pieces.map((text) => ({ text, phrase: false }));
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Whether a word fits a pattern of letters, ? and *. Goes back to the last * only, so that it takes
 * no more steps than the two lengths multiplied, whatever is asked.
 */
function fits(word: string, pattern: string): boolean {
  let [at, wanted, star, kept] = [0, 0, -1, 0];
  while (at < word.length) {
    if (pattern[wanted] === '*') {
      star = wanted;
      kept = at;
      wanted += 1;
    } else if (pattern[wanted] === '?' || pattern[wanted] === word[at]) {
      at += 1;
      wanted += 1;
    } else if (star >= 0) {
      kept += 1;
      at = kept;
      wanted = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/u.test(pattern.slice(wanted));
}

function holdsPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_word, start) =>
    phrase.every((each, offset) => words[start + offset] === each),
  );
}
