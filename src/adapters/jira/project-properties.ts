import * as v from 'valibot';
import { settingsKey } from '../../domain/project-settings';
import { failure, success } from '../../domain/result';
import type { Json } from '../../domain/use-case/json';
import type { ProjectProperties } from '../../ports/project-properties';
import { ask, jiraPath, read, type JiraRequest } from './request';

const projectAnswer = v.object({
  name: v.string(),
  properties: v.optional(v.record(v.string(), v.unknown() as v.GenericSchema<unknown, Json>), {}),
});

const permissionsAnswer = v.object({
  permissions: v.object({ ADMINISTER_PROJECTS: v.object({ havePermission: v.boolean() }) }),
});

/** Settings on projects over Jira REST. */
export function jiraProjectProperties(request: JiraRequest): ProjectProperties {
  return {
    loadProject: async (project) => {
      const [projectRead, permissionsRead] = await Promise.all([
        read(request, `${jiraPath`/rest/api/3/project/${project}`}?properties=${settingsKey}`),
        read(
          request,
          `${jiraPath`/rest/api/3/mypermissions?projectId=${project}`}&permissions=ADMINISTER_PROJECTS`,
        ),
      ]);
      if (!projectRead.ok) return projectRead;
      if (!permissionsRead.ok) return permissionsRead;
      const found = v.safeParse(projectAnswer, projectRead.value);
      const rights = v.safeParse(permissionsAnswer, permissionsRead.value);
      if (!found.success || !rights.success) return failure({ problem: 'refused', status: 200 });
      return success({
        name: found.output.name,
        mayAdminister: rights.output.permissions.ADMINISTER_PROJECTS.havePermission,
        rawSettings: found.output.properties[settingsKey],
      });
    },
    writeSettings: async (project, value) => {
      const answer = await ask(
        request,
        jiraPath`/rest/api/3/project/${project}/properties/${settingsKey}`,
        {
          method: 'PUT',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify(value),
        },
      );
      return answer.ok ? success(null) : answer;
    },
  };
}
