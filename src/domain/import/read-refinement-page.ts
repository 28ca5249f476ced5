import type { FoundProgramme } from './found-programme';

/** Whether a page tells how a team refines and estimates: it names planning poker and its cards. */
export function isRefinementPage(text: string): boolean {
  return /planning poker/iu.test(text) && deckIn(text).length > 0;
}

/** Reads the questions that a team asks of a story, and the cards that it estimates with. */
export function readRefinementPage(text: string): FoundProgramme {
  const sections = numberedSections(text);
  const refining = sections.filter(({ heading }) => /refin/iu.test(heading));
  return {
    goals: [],
    stakeholders: [],
    texts: {},
    milestones: [],
    questions: refining.flatMap(({ lines }) => questionsIn(lines.join(' '))),
    deck: deckIn(text),
    headings: sections.map(({ heading }) => ({
      heading,
      about: /refin|poker|estimat/iu.test(heading) ? 'refinement' : null,
    })),
  };
}

/** A row of at least four numbers with commas, in a text that speaks of cards. */
function deckIn(text: string): readonly string[] {
  const row = /\b\d{1,3}(?:\s*,\s*(?:and\s+)?\d{1,3}){3,}\b/u.exec(text)?.[0] ?? '';
  return row === '' ? [] : [...row.matchAll(/\d+/gu)].map(([card]) => card);
}

type Section = { readonly heading: string; readonly lines: readonly string[] };

function numberedSections(text: string): readonly Section[] {
  const sections: { heading: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const heading = /^\s*\d{1,2}[.)]\s+(?<heading>[^.?!]{3,80})$/u.exec(line)?.groups?.['heading'];
    if (heading === undefined) sections.at(-1)?.lines.push(line.trim());
    else sections.push({ heading: heading.trim(), lines: [] });
  }
  return sections;
}

function questionsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<question>[^.?!:]+)\?/gu)].map(
    ({ groups }) => `${(groups?.['question'] ?? '').trim()}?`,
  );
}
