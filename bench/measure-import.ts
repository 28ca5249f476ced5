import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Element } from '../src/domain/fill/labels';
import type { FoundRecord } from '../src/domain/fill/read-text';
import { inlineLists, storyOf, toValues, valueOfElement } from '../src/domain/fill/to-values';
import type { ImportRow } from '../src/domain/import/import-row';
import { readSource, type ReadSource } from '../src/domain/import/read-source';
import type { Risk } from '../src/domain/use-case/fields';
import {
  formFigures,
  nested,
  programmeFigures,
  tableFigures,
  type ImportFigures,
} from './import-figures';

/** The eight fields of a story as its source calls them, and the fields that they are. */
const storyElements = {
  precondition: 'preconditions',
  postcondition: 'postconditions',
  businessBenefit: 'businessBenefit',
  processesImpacted: 'processes',
  description: 'description',
  keyRoles: 'actors',
  dataObjects: 'dataObjects',
  keyMetrics: 'metrics',
} as const satisfies Readonly<Record<string, Element>>;

const documentSections = [
  'identification',
  'overview',
  'goals',
  'scope',
  'actors',
  'preconditions',
  'basicFlow',
  'alternativeFlows',
  'postconditions',
  'requirements',
  'risks',
  'approval',
] as const;

type Section = (typeof documentSections)[number];

/** What was read out of a text, in the words of its source. */
export function measureImport(path: string, asGiven: string): ImportFigures {
  const file = isAbsolute(asGiven) ? asGiven : path;
  if (!existsSync(file)) throw new TypeError(`There is no file ${file}.`);
  const source = readSource(readFileSync(file, 'utf8'), file);
  switch (source.kind) {
    case 'text':
      return textFigures(source);
    case 'table':
      return tableFigures(source.table, source.columns);
    case 'programme':
      return programmeFigures(source.found);
    case 'form':
      return formFigures(source.form);
    case 'export':
      return { ...nothing, records: source.rows.map(exportedRecord) };
    case 'problem':
      return { ...nothing, notUnderstood: [source.problem] };
  }
}

const nothing: ImportFigures = {
  records: [],
  programme: null,
  template: null,
  notUnderstood: [],
  expected: { all: 0 },
  recognised: { all: 0 },
};

function exportedRecord({ key, title, values }: ImportRow): object {
  return { key, title, ...nested(values) };
}

function textFigures(source: Extract<ReadSource, { kind: 'text' }>): ImportFigures {
  return {
    ...nothing,
    records: source.records.map(recordFigures),
    notUnderstood: source.unknown.map(({ number, source: text }) => ({ line: number, text })),
    expected: counted(source.records, () => true),
    recognised: counted(source.records, isRecognised),
  };
}

function recordFigures(record: FoundRecord): object {
  const { title, values, note } = toValues(record);
  const story = storyOf(record);
  const text = (element: Element): string | undefined => {
    const value = valueOfElement(record, element).text;
    return value === '' ? undefined : value;
  };
  const how = Object.fromEntries(
    (['data', 'audience', 'journey', 'measurement', 'content'] as const).flatMap((pillar) => {
      const value = text(`how.${pillar}`);
      return value === undefined ? [] : [[pillar, value]];
    }),
  );
  const framework = {
    why: text('why'),
    who: text('who'),
    what: text('what'),
    where: text('where'),
  };
  const kpi = Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      field.startsWith('kpi.') ? [[field.slice('kpi.'.length), value]] : [],
    ),
  );
  return {
    kind: record.kind,
    title: title === '' ? undefined : title,
    story,
    framework: { ...framework, how },
    storyFields: record.kind === 'story' ? storyFields(record) : undefined,
    document: record.kind === 'document' ? documentFields(record) : undefined,
    kpi: Object.keys(kpi).length > 0 ? kpi : undefined,
    stage: values.stage,
    // Words around a list, and remainders: kept with the use case as a note.
    note,
  };
}

function storyFields(record: FoundRecord): object {
  return Object.fromEntries(
    Object.entries(storyElements).flatMap(([name, element]) => {
      const { text, items } = valueOfElement(record, element);
      if (text === '') return [];
      return [[name, inlineLists.has(element) ? items : text]];
    }),
  );
}

function documentFields(record: FoundRecord): object {
  return Object.fromEntries(
    documentSections.flatMap((section) => {
      const value = sectionValue(record, section);
      return value === undefined ? [] : [[section, value]];
    }),
  );
}

function sectionValue(record: FoundRecord, section: Section): unknown {
  switch (section) {
    case 'identification':
      return identificationOf(record);
    case 'risks':
      return filled(
        (toValues(record).values.risks as readonly Risk[] | undefined)?.map(riskText) ?? [],
      );
    case 'preconditions':
    case 'postconditions':
    case 'goals':
    case 'actors':
    case 'basicFlow':
    case 'alternativeFlows':
      return filled(valueOfElement(record, section).items);
    default: {
      const { text } = valueOfElement(record, section);
      return text === '' ? undefined : text;
    }
  }
}

function identificationOf(record: FoundRecord): object | undefined {
  const elements = [
    'useCaseId',
    'title',
    'createdBy',
    'dateCreated',
    'lastUpdated',
    'version',
  ] as const;
  const entries = elements.flatMap((element) => {
    const { text } = valueOfElement(record, `identification.${element}`);
    return text === '' ? [] : [[element, text] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function riskText({ risk, mitigation }: Risk): string {
  return mitigation === '' ? `Risk: ${risk}` : `Risk: ${risk} Mitigation: ${mitigation}`;
}

function filled<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function isRecognised(record: FoundRecord, element: string): boolean {
  const values = record.kind === 'story' ? storyFields(record) : documentFields(record);
  return element in values;
}

/** Counts elements over all stories (eight fields each) and documents (twelve sections each). */
function counted(
  records: readonly FoundRecord[],
  counts: (record: FoundRecord, element: string) => boolean,
): object {
  const byElement: Record<string, number> = {};
  for (const record of records) {
    const elements: Readonly<Record<FoundRecord['kind'], readonly string[]>> = {
      story: Object.keys(storyElements),
      document: documentSections,
      framework: [],
    };
    for (const element of elements[record.kind]) {
      byElement[element] = (byElement[element] ?? 0) + (counts(record, element) ? 1 : 0);
    }
  }
  const all = Object.values(byElement).reduce((sum, count) => sum + count, 0);
  return { all, ...byElement };
}
