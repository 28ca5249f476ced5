import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import {
  chapters,
  fieldTable,
  groupLabels,
  sections,
  type FieldRow,
} from '../src/domain/fields/table';

/** Writes the columns of the table of fields, each into a module of its own; `--check` only compares. */
const folder = join(__dirname, '../src/domain/fields/columns');
const rows = Object.entries<FieldRow>(fieldTable);

const text = (value: unknown): string => JSON.stringify(value);
const entries = (pairs: readonly (readonly [string, unknown])[]): string =>
  pairs.map(([name, value]) => `${text(name)}: ${text(value)},`).join('\n');
const namesWhere = (isIn: (row: FieldRow) => boolean): readonly string[] =>
  rows.flatMap(([name, row]) => (isIn(row) ? [name] : []));
const byField = (column: string, pairs: readonly (readonly [string, unknown])[]): string =>
  `export const ${column}: Readonly<Record<FieldName, string>> = {\n${entries(pairs)}\n};`;

const fieldName = "import type { FieldName } from '../../use-case/fields';\n";

function kinds(): string {
  const of = (record: FieldRow['in']): string =>
    entries(rows.flatMap(([name, row]) => (row.in === record ? [[name, row.kind] as const] : [])));
  return `/** The fields of a use case. A dot in a name is a nested object in the stored record. */
export const useCaseFields = {${of('useCase')}} as const;

/** The fields of the document: the long sections that surround a use case. */
export const documentFields = {${of('document')}} as const;`;
}

function gaps(): readonly (readonly [string, string])[] {
  return rows
    .flatMap(([name, { gap }]) => (gap === undefined ? [] : [{ name, ...gap }]))
    .sort((left, right) => left.rank - right.rank)
    .map((gap) => [gap.name, gap.text] as const);
}

function groups(): string {
  const parts = [...new Set(rows.map(([, { panel }]) => panel))];
  const ofPart = (part: string): unknown => {
    const own = rows.filter(([, { panel }]) => panel === part);
    const ids = [...new Set(own.map(([name, { group }]) => group ?? name))];
    return ids.map((id) => {
      const fields = own.filter(([name, { group }]) => (group ?? name) === id);
      const label = Object.hasOwn(groupLabels, id)
        ? groupLabels[id as keyof typeof groupLabels]
        : fields[0]?.[1].label;
      return { id, label, fields: fields.map(([name]) => name) };
    });
  };
  return `/** Fields that are read and edited together. The first one names the group. */
export type FieldGroup = {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly FieldName[];
};

/** The groups of each part of the panel. */
export const fieldGroups = {
${parts.map((part) => `${part}: ${text(ofPart(part))},`).join('\n')}
} as const satisfies Readonly<Record<string, readonly FieldGroup[]>>;`;
}

function editorSections(): string {
  const all = Object.entries(sections).map(([id, [group, title]]) => ({
    ...{ id, title, group },
    fields: namesWhere(({ section }) => section === id),
  }));
  return `/** A part of the record that is edited on one page. */
export type Section = {
  readonly id: string;
  readonly title: string;
  readonly group: 'Use case' | 'Story' | 'Document';
  readonly fields: readonly FieldName[];
};

/** All sections in reading order; every field of the record is in exactly one. */
export const sections: readonly Section[] = ${text(all)};`;
}

function documentChapters(): string {
  const all = Object.entries(chapters).map(([id, title]) => ({
    title,
    fields: rows.flatMap(([name, { chapter, heading, label }]) =>
      chapter === id ? [[name, heading ?? label]] : [],
    ),
  }));
  return `/** A chapter of a document: a heading and the fields below it, each with a heading of its own or none. */
export type Chapter = {
  readonly title: string;
  readonly fields: readonly (readonly [FieldName, string])[];
};

/** The chapters in the order in which a use-case document is read. */
export const chapters: readonly Chapter[] = ${text(all)};`;
}

function names(): string {
  const all = rows.flatMap(([name, row]) =>
    Object.entries(row.names).map(([family, said]) => [family, name, said] as const),
  );
  return `import type { Family } from '../table';

/** What sources call each field, by the kind of source: the names stand with spaces between them. */
export const fieldNamesInSources: readonly (readonly [Family, FieldName, string])[] = ${text(all)};`;
}

const columns: Readonly<Record<string, string>> = {
  'kinds.ts': kinds(),
  'labels.ts': `${fieldName}
/** What each field is called. */
${byField(
  'fieldLabels',
  rows.map(([name, { label }]) => [name, label] as const),
)}`,
  'questions.ts': `${fieldName}
/** The question that each field answers. */
${byField(
  'fieldQuestions',
  rows.map(([name, { question }]) => [name, question] as const),
)}`,
  'essentials.ts': `/** The fields without which a use case cannot be judged or measured, the most telling first. */
export const essentialFields = ${text(gaps().map(([name]) => name))} as const;`,
  'gap-texts.ts': `${fieldName}
/** A gap as a sentence with a verb: what to do to close it. */
export const gapTexts: Readonly<Partial<Record<FieldName, string>>> = {${entries(gaps())}};`,
  'groups.ts': `${fieldName}\n${groups()}`,
  'sections.ts': `${fieldName}\n${editorSections()}`,
  'chapters.ts': `${fieldName}\n${documentChapters()}`,
  'names.ts': `${fieldName}${names()}`,
};

async function main(): Promise<void> {
  const isCheck = process.argv.includes('--check');
  const config = await prettier.resolveConfig(join(folder, 'kinds.ts'));
  const note = '// Written by `npm run fields` from ../table.ts. Change the table instead.\n';
  const files = await Promise.all(
    Object.entries(columns).map(async ([file, source]) => {
      const formatted = await prettier.format(note + source, { ...config, parser: 'typescript' });
      return [file, formatted] as const;
    }),
  );
  mkdirSync(folder, { recursive: true });
  const wrong = files.filter(([file, source]) => sourceOf(file) !== source);
  const others = readdirSync(folder).filter((file) => !Object.hasOwn(columns, file));
  if (isCheck && wrong.length + others.length > 0) {
    console.error('The columns of the fields are not what their table says: run `npm run fields`.');
    process.exitCode = 1;
    return;
  }
  for (const [file, source] of isCheck ? [] : wrong) writeFileSync(join(folder, file), source);
  for (const file of isCheck ? [] : others) rmSync(join(folder, file));
}

function sourceOf(file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}

void main();
