import type { ProgrammeChange } from '../programme/merge-programme';
import {
  isProgrammeText,
  namedEntry,
  type Programme,
  type ProgrammeEntry,
  type ProgrammeListName,
} from '../programme/programme';
import type { FoundProgramme } from './found-programme';

/**
 * What a page would add to a programme. Names that are there already stay as they are, and a text that
 * says something is never replaced. `newId` gives each entry its id.
 */
export function programmeChanges(
  found: FoundProgramme,
  programme: Programme,
  newId: () => string,
): readonly ProgrammeChange[] {
  const add = (
    list: ProgrammeListName,
    name: string,
    more: Readonly<Record<string, string | readonly string[]>> = {},
  ): readonly ProgrammeChange[] => {
    const known = programme.lists[list].some((entry) => folded(entry.name) === folded(name));
    if (known || name === '') return [];
    const id = newId();
    const next = { ...namedEntry(list, id, name.slice(0, 255)), ...more } as ProgrammeEntry;
    return [{ list, id, base: null, next }];
  };
  const texts = Object.entries(found.texts).flatMap(([name, next]): readonly ProgrammeChange[] =>
    isProgrammeText(name) && programme.texts[name] === '' ? [{ text: name, base: '', next }] : [],
  );
  return [
    ...found.goals.flatMap((goal) => add('goals', goal)),
    ...found.stakeholders.flatMap(({ name, role, responsibilities }) =>
      add('stakeholders', name, { role, responsibilities }),
    ),
    ...texts,
    ...found.milestones.flatMap(({ stage, name }) => add('milestones', name, { stage })),
    ...found.questions.flatMap((question) => add('refinement.questions', question)),
    ...found.deck.flatMap((card) => add('refinement.deck', card)),
  ];
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
