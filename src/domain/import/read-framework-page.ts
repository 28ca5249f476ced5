import { stages } from '../use-case/fields';
import { capitalised } from './capitalised';
import { pillars, type BlankForm, type Pillar } from './found-programme';

/** Whether a page explains the framework instead of answering it: it draws the chain of questions. */
export function isFrameworkPage(text: string): boolean {
  return /\bwhy\s*(?:→|->|=>|➔|⟶)\s*who\b/iu.test(text);
}

/** Reads what a framework page says belongs into each of its questions. */
export function readFrameworkPage(text: string): BlankForm {
  const answers = new Map(
    text.split(/\r?\n/u).flatMap((line): [string, string][] => {
      const match = /^\s*(?:[-•*–]\s*)?\**(?<label>[A-Za-z]{3,6})\**\s*:\s*(?<text>\S.*)$/u.exec(
        line,
      );
      const { label = '', text: answer = '' } = match?.groups ?? {};
      return label === '' ? [] : [[label.toLowerCase(), answer.replaceAll('*', '').trim()]];
    }),
  );
  const answer = (label: string): string => answers.get(label) ?? '';
  return {
    why: answer('why'),
    who: answer('who'),
    what: answer('what'),
    where: answer('where'),
    how: pillarsIn(answer('how')),
    stages: Object.fromEntries(
      stages.flatMap((stage) => (answers.has(stage) ? [[stage, answer(stage)]] : [])),
    ),
  };
}

/** The examples in brackets stand in the order of the pillars; a pillar without one names itself. */
function pillarsIn(how: string): BlankForm['how'] {
  const inBrackets =
    /\((?:e\.g\.,?\s*)?(?<examples>[^)]*)\)/u.exec(how)?.groups?.['examples'] ?? '';
  const examples = inBrackets.split(/\s*,\s*/u).filter((each) => each !== '');
  const named = pillars.filter((pillar) => new RegExp(`\\b${pillar}\\b`, 'iu').test(how));
  const aligned = examples.length === named.length;
  const entries = named.map((pillar, index): [Pillar, string] => [
    pillar,
    (aligned ? examples[index] : undefined) ?? capitalised(pillar),
  ]);
  const blank = pillars.map((pillar): [Pillar, string] => [pillar, '']);
  return Object.fromEntries([...blank, ...entries]) as BlankForm['how'];
}
