/** "As a [persona], I want [goal], so that [benefit]": the parts that were found, `''` where none. */
export type StorySentence = {
  readonly persona: string;
  readonly goal: string;
  readonly benefit: string;
};

const opening = /^(?:in order to\s+(?<purpose>.+?),?\s+)?as\s+(?:an?|the|our|any)\s+/isu;
const wish =
  /(?:,|\s)\s*(?:I|we)(?:'d|’d|\s+would)?\s+(?:want|wants|like|need|wish|expect)\s+|(?:,|\s)\s*(?:I|we)\s+(?=(?:can|must|should|am|are)\s)/isu;
const purpose = /(?:,|\s)\s*(?:so\s+that|so\s+(?=(?:I|we|they|it)\s)|in\s+order\s+(?=to\s))\s*/isu;

/** Whether a line opens a story sentence. */
export function opensStorySentence(text: string): boolean {
  return opening.test(unquoted(text));
}

/**
 * Reads a story sentence, over one line or several, with or without commas. The benefit ends with
 * its sentence; sentences that follow are not part of the story.
 */
export function readStorySentence(text: string): StorySentence | undefined {
  const story = unquoted(text.replace(/\s+/gu, ' '));
  const start = opening.exec(story);
  if (start === null) return undefined;
  const body = story.slice(start[0].length);
  const wanted = wish.exec(body);
  if (wanted === null) return undefined;
  const persona = body.slice(0, wanted.index);
  const [sentence = ''] = sentences(body.slice(wanted.index + wanted[0].length));
  const reason = purpose.exec(sentence);
  const goal = reason === null ? sentence : sentence.slice(0, reason.index);
  const after = reason === null ? '' : sentence.slice(reason.index + reason[0].length);
  return {
    persona: trimmed(persona),
    goal: trimmed(goal),
    benefit: trimmed(after === '' ? (start.groups?.['purpose'] ?? '') : after),
  };
}

function sentences(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim());
}

function trimmed(text: string): string {
  return text.replace(/^[\s,;:–—-]+|[\s,;.–—-]+$/gu, '');
}

function unquoted(text: string): string {
  return text
    .replace(/\*\*|__/gu, '')
    .trim()
    .replace(/^["“”„«'‘’]+|["“”»'‘’]+$/gu, '');
}
