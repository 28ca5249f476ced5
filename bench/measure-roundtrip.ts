import { worlds } from '../local-jira/worlds/worlds';
import { csvOf } from '../src/domain/export/csv';
import { valuesOfIssue } from '../src/domain/export/document';
import { rowsOfTable } from '../src/domain/import/read-table';
import { isEmpty } from '../src/domain/use-case/fields';
import type { ProjectExport } from '../src/domain/export/project-export';
import { readSource } from '../src/domain/import/read-source';
import { programmeOfExport } from '../src/domain/import/programme-changes';
import type { ImportRow } from '../src/domain/import/import-row';
import { emptyProgramme, programmeKeys } from '../src/domain/programme/programme';
import { changeProgramme } from '../src/operations/change-programme';
import type { Json, JsonObject } from '../src/domain/use-case/json';
import { isJsonObject } from '../src/domain/use-case/json';
import { exportProject } from '../src/bulk/export-project';
import { anImportWorld } from '../test/builders/import-world';
import { aLocalRest } from '../test/builders/local-rest';
import { writePortsOn } from '../test/builders/write-ports';
import type { AccountId } from '../src/domain/ids';
import { randomRows } from '../test/builders/random-rows';

const seed = 2026;

/** Writes random use cases, exports, imports into an empty project, and exports again. */
export async function measureRoundtrip(issues: number): Promise<object> {
  const first = await filledAndExported(randomRows(issues, seed), programmeSeed());
  const source = readSource(JSON.stringify(first, null, 2), 'export.json');
  if (source.kind !== 'export') throw new TypeError('The export is not read as one.');
  const second = await filledAndExported(source.rows, source.export.programme);
  const [before, after] = [comparable(first), comparable(second)];
  return {
    issues: first.issues.length,
    bytes: before.length,
    bytesEqual: before === after,
    fieldsLost: lost(JSON.parse(before) as Json, JSON.parse(after) as Json),
    csvFieldsLost: lostInCsv(first),
  };
}

/** How many values are not the same once a spreadsheet's file was written and read again. */
function lostInCsv(found: ProjectExport): number {
  const source = readSource(csvOf(found), 'export.csv');
  const rows = source.kind === 'table' ? rowsOfTable(source.table, source.columns) : [];
  return found.issues.reduce((sum, issue, index) => {
    const values = Object.entries(valuesOfIssue(issue)).filter(([, value]) => !isEmpty(value));
    const after: Readonly<Record<string, Json | undefined>> = rows[index]?.values ?? {};
    return sum + values.reduce((all, [name, value]) => all + lost(value, after[name]), 0);
  }, 0);
}

/** The programme of the retailer, as an export holds it. */
function programmeSeed(): ProjectExport['programme'] {
  const { projectProperties } = worlds.retailer();
  const stored = Object.values(projectProperties)[0] ?? {};
  return Object.fromEntries(
    Object.entries(programmeKeys).flatMap(([part, key]) => {
      const value = stored[key];
      return value === undefined ? [] : [[part, value]];
    }),
  );
}

async function filledAndExported(
  rows: readonly ImportRow[],
  programme: ProjectExport['programme'],
): Promise<ProjectExport> {
  const local = aLocalRest({ state: worlds.empty() });
  const world = anImportWorld(local, 'admin');
  const outcomes = await world.run(await world.order(rows));
  const failed = [...outcomes.values()].filter(({ outcome }) => outcome !== 'made');
  if (failed.length > 0) throw new TypeError(`${String(failed.length)} rows were not made.`);
  const changes = programmeOfExport(programme, emptyProgramme());
  const admin = local.person('admin').accountId as AccountId;
  const payload = { opId: 'bench-programme', changes };
  const changed = await changeProgramme(
    writePortsOn(local, 'admin'),
    world.project,
    admin,
    payload,
  );
  if (!changed.ok) throw new TypeError('The programme was not taken over.');
  const exported = await exportProject({ ...world.ports, projects: world.projects }, world.project);
  if (!exported.ok) throw new TypeError('The project cannot be exported.');
  return exported.value;
}

/** The export without what must differ: when it was made, and the keys that Jira gives. */
function comparable(found: ProjectExport): string {
  const { northstar, schema, project, programme } = found;
  const order = new Map(found.issues.map(({ key }, index) => [key, `issue ${String(index + 1)}`]));
  const issues = found.issues.map(({ key, parent, ...issue }) => ({
    key: order.get(key) ?? key,
    parent: parent === null ? null : (order.get(parent) ?? parent),
    ...issue,
  }));
  return JSON.stringify({ northstar, schema, project, programme, issues });
}

/** How many values of the first are not the same in the second. */
function lost(before: Json, after: Json | undefined): number {
  if (isJsonObject(before)) return lostOf(before, isJsonObject(after) ? after : {});
  if (Array.isArray(before)) {
    const list: readonly Json[] = before as readonly Json[];
    const other: readonly Json[] = Array.isArray(after) ? (after as readonly Json[]) : [];
    return list.reduce<number>((sum, each, index) => sum + lost(each, other[index]), 0);
  }
  return before === after ? 0 : 1;
}

function lostOf(before: JsonObject, after: JsonObject): number {
  return Object.entries(before).reduce((sum, [key, value]) => sum + lost(value, after[key]), 0);
}
