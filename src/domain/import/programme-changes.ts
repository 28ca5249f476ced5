import type { ProgrammeChange } from '../programme/programme-change';
import {
  isProgrammeText,
  namedEntry,
  programmeListNames,
  programmeTextNames,
  type Programme,
  type ProgrammeEntry,
  type ProgrammeListName,
} from '../programme/programme';
import { readProgramme, type RawProgramme } from '../programme/stored-programme';
import { sameName } from '../same-name';
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
    const known = programme.lists[list].some((entry) => sameName(entry.name, name));
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

/**
 * What the programme of an export would add to a programme: entries whose id and name are not there,
 * with all that they say, and texts where nothing is said yet.
 */
export function programmeOfExport(
  raw: Partial<RawProgramme>,
  programme: Programme,
): readonly ProgrammeChange[] {
  const found = readProgramme(raw).programme;
  const entries = programmeListNames.flatMap((list) =>
    found.lists[list].flatMap((next): readonly ProgrammeChange[] => {
      const known = programme.lists[list].some(
        ({ id, name }) => id === next.id || sameName(name, next.name),
      );
      return known ? [] : [{ list, id: next.id, base: null, next }];
    }),
  );
  const texts = programmeTextNames.flatMap((text): readonly ProgrammeChange[] => {
    const next = found.texts[text];
    return next === '' || programme.texts[text] !== '' ? [] : [{ text, base: '', next }];
  });
  return [...entries, ...texts];
}
