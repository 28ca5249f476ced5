import { isProgrammeText, programmeTextNames } from '../src/domain/programme/programme';
import { pillars, type BlankForm, type FoundProgramme } from '../src/domain/import/found-programme';
import type { ColumnTarget } from '../src/domain/import/columns';
import { rowsOfTable, type Table } from '../src/domain/import/read-table';
import { isFieldName, type Values } from '../src/domain/use-case/fields';

/** What was read, and how many of each element were there to be read and were. */
export type ImportFigures = {
  readonly records: readonly object[];
  readonly programme: object | null;
  readonly template: object | null;
  readonly notUnderstood: readonly object[];
  readonly expected: object;
  readonly recognised: object;
};

type Counts = Readonly<Record<string, number>>;

/** A page about a programme. Elements as docs/record.md lists them for its kind of page. */
export function programmeFigures(found: FoundProgramme): ImportFigures {
  const refinement = found.deck.length > 0;
  const expected = refinement ? expectedOfRefinement(found) : expectedOfDiscovery(found);
  const recognised = refinement
    ? { 'refinement.questions': found.questions.length, 'refinement.deck': found.deck.length }
    : recognisedOfDiscovery(found);
  return {
    records: [],
    programme: found,
    template: null,
    notUnderstood: [],
    expected: counted(expected),
    recognised: counted(recognised),
  };
}

function expectedOfRefinement({ questions, deck }: FoundProgramme): Counts {
  return {
    'refinement.questions': Math.max(1, questions.length),
    'refinement.deck': Math.max(1, deck.length),
  };
}

function expectedOfDiscovery({ stakeholders, goals }: FoundProgramme): Counts {
  return {
    goals: Math.max(1, goals.length),
    stakeholders: Math.max(1, stakeholders.length),
    'stakeholders.role': Math.max(1, stakeholders.length),
    'stakeholders.responsibilities': Math.max(1, stakeholders.length),
    ...Object.fromEntries(programmeTextNames.map((name) => [name, 1])),
    milestones: 3,
  };
}

function recognisedOfDiscovery({ stakeholders, goals, texts, milestones }: FoundProgramme): Counts {
  return {
    goals: goals.length,
    stakeholders: stakeholders.filter(({ name }) => name !== '').length,
    'stakeholders.role': stakeholders.filter(({ role }) => role !== '').length,
    'stakeholders.responsibilities': stakeholders.filter(
      ({ responsibilities }) => responsibilities.length > 0,
    ).length,
    ...Object.fromEntries(
      Object.keys(texts)
        .filter(isProgrammeText)
        .map((name) => [name, 1]),
    ),
    milestones: milestones.length,
  };
}

/** A page that explains the framework: its nine questions and three stages. */
export function formFigures(form: BlankForm): ImportFigures {
  const parts: Readonly<Record<string, string | undefined>> = {
    why: form.why,
    who: form.who,
    what: form.what,
    where: form.where,
    ...Object.fromEntries(pillars.map((pillar) => [`how.${pillar}`, form.how[pillar]])),
    'stages.crawl': form.stages.crawl,
    'stages.walk': form.stages.walk,
    'stages.run': form.stages.run,
  };
  const names = Object.keys(parts);
  const present = names.map((name) => [name, (parts[name] ?? '') === '' ? 0 : 1]);
  return {
    records: [],
    programme: null,
    template: form,
    notUnderstood: [],
    expected: counted(Object.fromEntries(names.map((name) => [name, 1]))),
    recognised: counted(Object.fromEntries(present) as Counts),
  };
}

/** A table: every filled cell is expected, and recognised where it became more than a note. */
export function tableFigures(table: Table, columns: readonly ColumnTarget[]): ImportFigures {
  const rows = rowsOfTable(table, columns);
  const filled = table.headings.map(
    (heading, index) =>
      [heading, table.rows.filter((row) => (row[index] ?? '').trim() !== '').length] as const,
  );
  const understood = filled.map(([heading, count], index) => {
    const target = columns[index] ?? 'keep';
    const lost = rows.filter(({ problems }) =>
      problems.some((each) => each.problem === 'unreadable' && each.field === target),
    ).length;
    return [heading, target === 'keep' || target === 'skip' ? 0 : count - lost] as const;
  });
  return {
    records: rows.map(({ key, title, values, note }) => ({
      kind: 'framework',
      ...(key !== '' && { key }),
      title,
      ...nested(values),
      note,
    })),
    programme: null,
    template: null,
    notUnderstood: rows.flatMap(({ number, problems }) =>
      problems.map((problem) => ({ line: number, text: JSON.stringify(problem) })),
    ),
    expected: counted(Object.fromEntries(filled)),
    recognised: counted(Object.fromEntries(understood)),
  };
}

/** Values by the groups that a source speaks of. */
export function nested(values: Values): object {
  const groups: Record<Group, Record<string, unknown>> = {
    framework: {},
    how: {},
    kpi: {},
    story: {},
    document: {},
  };
  for (const [field, value] of Object.entries(values)) {
    if (!isFieldName(field) || field === 'stage') continue;
    const [head = '', tail = field] = field.split('.');
    groups[groupOf(head, field)][tail] = value;
  }
  const { framework, how, ...others } = groups;
  return { framework: { ...framework, how }, ...others, stage: values.stage };
}

type Group = 'framework' | 'how' | 'kpi' | 'story' | 'document';

function groupOf(head: string, field: string): Group {
  if (['why', 'who', 'what', 'where'].includes(field)) return 'framework';
  return head === 'how' || head === 'kpi' || head === 'story' ? head : 'document';
}

function counted(counts: Counts): object {
  return { all: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts };
}
