import * as v from 'valibot';
import { programmeKeys } from '../../domain/programme/programme';
import { placeOn } from '../../domain/placement';
import { readWhereItShows, settingsKey } from '../../domain/settings/project-settings';
import { failure, success, type Result } from '../../domain/result';
import type { Json } from '../../domain/use-case/json';
import { propertyKeys, type PropertyKind } from '../../domain/property-keys';
import type { IssueId, ProjectId } from '../../domain/ids';
import type {
  IssuePlace,
  IssueRecords,
  JiraProblem,
  RelatedIssue,
  Subject,
} from '../../ports/issue-records';
import { programmeIn } from './programme-in';
import { jiraDocuments } from './documents';
import { jiraPath, read, send, type JiraRequest } from './request';
import { textOfAdf } from './text-of-adf';

const projectKeys = [settingsKey, ...Object.values(programmeKeys)].join(',');

const json = v.unknown() as v.GenericSchema<unknown, Json>;

const neighbour = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.optional(v.object({ summary: v.optional(v.string(), '') }), { summary: '' }),
});

const issueAnswer = v.object({
  key: v.string(),
  fields: v.object({
    summary: v.string(),
    description: v.optional(v.unknown()),
    issuetype: v.object({ id: v.string(), subtask: v.boolean() }),
    project: v.object({ id: v.string(), name: v.string(), projectTypeKey: v.string() }),
    parent: v.optional(v.nullable(neighbour), null),
    issuelinks: v.optional(
      v.array(
        v.object({
          type: v.object({ name: v.string() }),
          inwardIssue: v.optional(neighbour),
          outwardIssue: v.optional(neighbour),
        }),
      ),
      [],
    ),
  }),
  properties: v.optional(v.record(v.string(), json), {}),
});

const permissionsAnswer = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});

const projectAnswer = v.object({ properties: v.optional(v.record(v.string(), json), {}) });
const severalAnswer = v.object({
  issues: v.array(
    v.object({
      id: v.string(),
      fields: v.object({ project: v.object({ id: v.string() }) }),
      properties: v.optional(v.record(v.string(), json), {}),
    }),
  ),
});
const checkAnswer = v.object({
  projectPermissions: v.array(
    v.object({ permission: v.string(), issues: v.optional(v.array(v.number()), []) }),
  ),
});

/** Records on issues over Jira REST. The same code serves the functions and the browser. */
export function jiraIssueRecords(request: JiraRequest): IssueRecords {
  const documents = jiraDocuments(request);
  return {
    loadSubject: (place) => loadSubject(request, place),
    readRaw: (issue, kind) =>
      documents.read({ entity: 'issue', id: issue, key: propertyKeys[kind] }),
    readSeveral: async (issues, kind) => {
      const found = await readWithProjects(request, issues, kind);
      return found.ok
        ? success(new Map([...found.value].map(([issue, { raw }]) => [issue, raw])))
        : found;
    },
    readWithProjects: (issues, kind) => readWithProjects(request, issues, kind),
    readEditable: async (issues) => {
      const answer = await send(request, 'POST', '/rest/api/3/permissions/check', {
        projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: issues.map(Number) }],
      });
      return understood(answer, checkAnswer, ({ projectPermissions }) => {
        const held = projectPermissions.filter(({ permission }) => permission === 'EDIT_ISSUES');
        return new Set(held.flatMap((each) => each.issues.map((id) => String(id) as IssueId)));
      });
    },
    writeScore: (issue, score) =>
      documents.write({ entity: 'issue', id: issue, key: propertyKeys.score }, score),
  };
}

async function readWithProjects(
  request: JiraRequest,
  issues: readonly IssueId[],
  kind: PropertyKind,
): ReturnType<IssueRecords['readWithProjects']> {
  const key = propertyKeys[kind];
  const answer = await send(request, 'POST', '/rest/api/3/issue/bulkfetch', {
    issueIdsOrKeys: issues,
    fields: ['project'],
    properties: [key],
  });
  return understood(answer, severalAnswer, (found) => {
    const entries = found.issues.map(({ id, fields, properties }) => {
      const project = fields.project.id as ProjectId;
      return [id as IssueId, { raw: properties[key], project }] as const;
    });
    return new Map(entries);
  });
}

async function loadSubject(
  request: JiraRequest,
  { issue, project }: IssuePlace,
): Promise<Result<Subject, JiraProblem>> {
  const properties = Object.values(propertyKeys).join(',');
  const [issueRead, permissionsRead, projectRead] = await Promise.all([
    read(
      request,
      `${jiraPath`/rest/api/3/issue/${issue}`}?fields=summary,description,issuetype,project,parent,issuelinks&properties=${properties}`,
    ),
    read(
      request,
      `${jiraPath`/rest/api/3/mypermissions?issueId=${issue}`}&permissions=EDIT_ISSUES,ADMINISTER_PROJECTS`,
    ),
    readProject(request, project),
  ]);
  const found = understood(issueRead, issueAnswer, (answer) => answer);
  if (!found.ok) return found;
  const permissions = understood(
    permissionsRead,
    permissionsAnswer,
    (answer) => answer.permissions,
  );
  if (!permissions.ok) return permissions;
  const { fields } = found.value;
  const moved = fields.project.id !== project;
  const settings = moved ? await readProject(request, fields.project.id as ProjectId) : projectRead;
  const raw = understood(settings, projectAnswer, (answer) => answer.properties);
  if (!raw.ok) return raw;
  return success({
    key: found.value.key,
    summary: fields.summary,
    description: textOfAdf(fields.description),
    projectName: fields.project.name,
    placement: placeOn({
      isSubtask: fields.issuetype.subtask,
      projectType: fields.project.projectTypeKey,
      issueType: fields.issuetype.id,
      shows: readWhereItShows(raw.value[settingsKey]),
    }),
    mayEdit: permissions.value['EDIT_ISSUES']?.havePermission === true,
    mayAdminister: permissions.value['ADMINISTER_PROJECTS']?.havePermission === true,
    related: relatedTo(fields),
    programme: programmeIn(raw.value),
    settings: raw.value[settingsKey],
    raw: rawIn(found.value.properties),
  });
}

function rawIn(properties: Readonly<Record<string, Json>>): Subject['raw'] {
  const kinds = Object.keys(propertyKeys) as readonly PropertyKind[];
  return Object.fromEntries(
    kinds.map((kind) => [kind, properties[propertyKeys[kind]]]),
  ) as Subject['raw'];
}

/** The issue above comes first; a link says less about who belongs to whom. */
function relatedTo({
  parent,
  issuelinks,
}: v.InferOutput<typeof issueAnswer>['fields']): readonly RelatedIssue[] {
  const linked = issuelinks.flatMap(({ type, inwardIssue, outwardIssue }) => {
    const other = inwardIssue ?? outwardIssue;
    if (other === undefined) return [];
    const original = outwardIssue !== undefined && /clone/iu.test(type.name);
    return [related(other, original ? 'original' : 'linked')];
  });
  return [...(parent === null ? [] : [related(parent, 'parent')]), ...linked];
}

function related(
  { id, key, fields }: v.InferOutput<typeof neighbour>,
  relation: RelatedIssue['relation'],
): RelatedIssue {
  return { id: id as IssueId, key, summary: fields.summary, relation };
}

function readProject(
  request: JiraRequest,
  project: ProjectId,
): Promise<Result<unknown, JiraProblem>> {
  return read(request, `${jiraPath`/rest/api/3/project/${project}`}?properties=${projectKeys}`);
}

function understood<Answer, Value>(
  answer: Result<unknown, JiraProblem>,
  schema: v.GenericSchema<unknown, Answer>,
  translate: (answer: Answer) => Value,
): Result<Value, JiraProblem> {
  if (!answer.ok) return answer;
  const parsed = v.safeParse(schema, answer.value);
  return parsed.success
    ? success(translate(parsed.output))
    : failure({ problem: 'refused', status: 200 });
}
