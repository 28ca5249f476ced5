/** What an attribute of an entry holds. The empty value is `''`, `[]` or `false`. */
export type AttributeKind = 'line' | 'text' | 'list' | 'mark' | 'direction' | 'stage' | 'date';

/** The project properties that hold a programme. In parts, because Jira keeps 32,768 characters of each. */
export const programmeParts = ['plan', 'reach', 'data', 'people'] as const;
export type ProgrammePart = (typeof programmeParts)[number];

/** The project property of each part. */
export const programmeKeys: Readonly<Record<ProgrammePart, string>> = {
  plan: 'northstarProgramme',
  reach: 'northstarProgrammeReach',
  data: 'northstarProgrammeData',
  people: 'northstarProgrammePeople',
};

type ListTable = Readonly<
  Record<
    string,
    {
      readonly part: ProgrammePart;
      readonly attributes: Readonly<Record<string, AttributeKind>>;
    }
  >
>;

/**
 * The lists of a programme. Every entry has an id and a name, and the attributes named here. The name
 * is what use cases say: an audience is picked by its name, so that JQL and Automation read words.
 */
export const programmeLists = {
  goals: { part: 'plan', attributes: { detail: 'text' } },
  northStarKpis: {
    part: 'plan',
    attributes: { goal: 'line', unit: 'line', direction: 'direction' },
  },
  audiences: { part: 'reach', attributes: { rule: 'text' } },
  channels: { part: 'reach', attributes: { touchpoints: 'list' } },
  systems: { part: 'data', attributes: { integration: 'text' } },
  data: {
    part: 'data',
    attributes: { system: 'line', personal: 'mark', consent: 'text' },
  },
  stakeholders: {
    part: 'people',
    attributes: { role: 'text', responsibilities: 'list', raci: 'line' },
  },
  milestones: { part: 'plan', attributes: { stage: 'stage', due: 'date', detail: 'text' } },
  'refinement.questions': { part: 'plan', attributes: {} },
  'refinement.deck': { part: 'plan', attributes: {} },
} as const satisfies ListTable;

/** The texts of a programme: one answer each. */
export const programmeTexts = {
  'operatingModel.team': 'people',
  'operatingModel.process': 'people',
  'operatingModel.documentation': 'people',
  'operatingModel.tools': 'people',
  landscape: 'data',
  compliance: 'data',
} as const satisfies Readonly<Record<string, ProgrammePart>>;

export type ProgrammeListName = keyof typeof programmeLists;
export type ProgrammeTextName = keyof typeof programmeTexts;

/** The names of the lists, in the order in which a programme is read. */
export const programmeListNames = Object.keys(programmeLists) as readonly ProgrammeListName[];
/** The names of the texts, in the order in which a programme is read. */
export const programmeTextNames = Object.keys(programmeTexts) as readonly ProgrammeTextName[];

/** What an attribute of an entry can hold. */
export type AttributeValue = string | boolean | readonly string[];

/** One entry of a list: an audience, a channel, a stakeholder. */
export type ProgrammeEntry = {
  readonly id: string;
  readonly name: string;
} & Readonly<Record<string, AttributeValue>>;

/** What holds for all use cases of a project. */
export type Programme = {
  readonly lists: Readonly<Record<ProgrammeListName, readonly ProgrammeEntry[]>>;
  readonly texts: Readonly<Record<ProgrammeTextName, string>>;
};

/** The attributes of a list with their kinds. */
export function attributesOf(list: ProgrammeListName): Readonly<Record<string, AttributeKind>> {
  return programmeLists[list].attributes;
}

/** The value of an attribute that nobody has answered. */
export function emptyAttribute(kind: AttributeKind): AttributeValue {
  if (kind === 'list') return [];
  return kind === 'mark' ? false : '';
}

/** An entry that says no more than its name. */
export function namedEntry(list: ProgrammeListName, id: string, name: string): ProgrammeEntry {
  const attributes = Object.entries(attributesOf(list)).map(
    ([attribute, kind]) => [attribute, emptyAttribute(kind)] as const,
  );
  return { id, name, ...Object.fromEntries(attributes) };
}

/** A programme of which nothing is said. */
export function emptyProgramme(): Programme {
  return {
    lists: Object.fromEntries(
      programmeListNames.map((name) => [name, []]),
    ) as unknown as Programme['lists'],
    texts: Object.fromEntries(
      programmeTextNames.map((name) => [name, '']),
    ) as unknown as Programme['texts'],
  };
}

/** Tells the name of a list from any other text. */
export function isProgrammeList(name: string): name is ProgrammeListName {
  return Object.hasOwn(programmeLists, name);
}

/** Tells the name of a text from any other text. */
export function isProgrammeText(name: string): name is ProgrammeTextName {
  return Object.hasOwn(programmeTexts, name);
}
