import * as v from 'valibot';
import { placeOn } from '../../domain/placement';
import { readSettings, settingsKey } from '../../domain/project-settings';
import { failure, success, type Result } from '../../domain/result';
import type { Json } from '../../domain/use-case/json';
import { propertyKeys } from '../../domain/use-case/stored-record';
import type { ProjectId, TaskId } from '../../ports/ids';
import type {
  IssuePlace,
  IssueRecords,
  JiraProblem,
  Subject,
  TaskState,
} from '../../ports/issue-records';
import { ask, jiraPath, read, type JiraRequest, type JiraResponse } from './request';
import { textOfAdf } from './text-of-adf';

const json = v.unknown() as v.GenericSchema<unknown, Json>;

const issueAnswer = v.object({
  key: v.string(),
  fields: v.object({
    summary: v.string(),
    description: v.optional(v.unknown()),
    issuetype: v.object({ subtask: v.boolean() }),
    project: v.object({ id: v.string(), name: v.string(), projectTypeKey: v.string() }),
  }),
  properties: v.optional(v.record(v.string(), json), {}),
});

const permissionsAnswer = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});

const projectAnswer = v.object({ properties: v.optional(v.record(v.string(), v.unknown()), {}) });
const propertyAnswer = v.object({ value: json });
const taskAnswer = v.object({ id: v.optional(v.string()), status: v.string() });

/** Records on issues over Jira REST. The same code serves the functions and the browser. */
export function jiraIssueRecords(request: JiraRequest): IssueRecords {
  return {
    loadSubject: (place) => loadSubject(request, place),
    readRaw: async (issue, kind) => {
      const path = jiraPath`/rest/api/3/issue/${issue}/properties/${propertyKeys[kind]}`;
      const answer = await read(request, path);
      // A property that is not set and an issue that is gone are both 404; only the issue tells.
      if (!answer.ok && answer.error.problem === 'gone') return absentOrGone(request, issue);
      return understood(answer, propertyAnswer, ({ value }) => value);
    },
    writeIfUnchanged: async (issue, kind, { seen, next }) => {
      const condition = seen === undefined ? { hasProperty: false } : { currentValue: seen };
      const answer = await ask(
        request,
        jiraPath`/rest/api/3/issue/properties/${propertyKeys[kind]}`,
        {
          method: 'PUT',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({
            value: next,
            filter: { entityIds: [Number(issue)], ...condition },
          }),
        },
      );
      return answer.ok ? taskOf(answer.value) : answer;
    },
    readTask: async (task) =>
      understood(await read(request, jiraPath`/rest/api/3/task/${task}`), taskAnswer, stateOf),
  };
}

async function loadSubject(
  request: JiraRequest,
  { issue, project }: IssuePlace,
): Promise<Result<Subject, JiraProblem>> {
  const properties = Object.values(propertyKeys).join(',');
  const [issueRead, permissionsRead, projectRead] = await Promise.all([
    read(
      request,
      `${jiraPath`/rest/api/3/issue/${issue}`}?fields=summary,description,issuetype,project&properties=${properties}`,
    ),
    read(
      request,
      `${jiraPath`/rest/api/3/mypermissions?issueId=${issue}`}&permissions=EDIT_ISSUES`,
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
  const raw = understood(settings, projectAnswer, (answer) => answer.properties[settingsKey]);
  if (!raw.ok) return raw;
  return success({
    key: found.value.key,
    summary: fields.summary,
    description: textOfAdf(fields.description),
    projectName: fields.project.name,
    placement: placeOn({
      isSubtask: fields.issuetype.subtask,
      projectType: fields.project.projectTypeKey,
      visibility: readSettings(raw.value).visibility,
    }),
    mayEdit: permissions.value['EDIT_ISSUES']?.havePermission === true,
    raw: {
      useCase: found.value.properties[propertyKeys.useCase],
      document: found.value.properties[propertyKeys.document],
    },
  });
}

function readProject(
  request: JiraRequest,
  project: ProjectId,
): Promise<Result<unknown, JiraProblem>> {
  return read(request, `${jiraPath`/rest/api/3/project/${project}`}?properties=${settingsKey}`);
}

async function absentOrGone(
  request: JiraRequest,
  issue: string,
): Promise<Result<undefined, JiraProblem>> {
  const answer = await read(request, `${jiraPath`/rest/api/3/issue/${issue}`}?fields=summary`);
  return answer.ok ? success(undefined) : answer;
}

/** Jira names the task in the Location of a 303, or, where that was followed, in the task itself. */
async function taskOf(response: JiraResponse): Promise<Result<TaskId, JiraProblem>> {
  const location = /\/task\/(?<id>[^/?#]+)/u.exec(response.headers.get('location') ?? '');
  const id = location?.groups?.['id'];
  if (id !== undefined) return success(decodeURIComponent(id) as TaskId);
  const followed = v.safeParse(taskAnswer, response.status === 200 ? await response.json() : {});
  const followedId = followed.success ? followed.output.id : undefined;
  return followedId === undefined
    ? failure({ problem: 'refused', status: response.status })
    : success(followedId as TaskId);
}

function stateOf({ status }: v.InferOutput<typeof taskAnswer>): TaskState {
  if (status === 'COMPLETE') return 'finished';
  return ['FAILED', 'CANCELLED', 'DEAD'].includes(status) ? 'failed' : 'running';
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
