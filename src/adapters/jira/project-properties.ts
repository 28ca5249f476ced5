import * as v from 'valibot';
import { settingsKey } from '../../domain/settings/project-settings';
import { programmeKeys } from '../../domain/programme/programme';
import { programmeIn } from './programme-in';
import { failure, success } from '../../domain/result';
import type { Json } from '../../domain/use-case/json';
import type { ProjectProperties } from '../../ports/project-properties';
import { jiraPath, read, type JiraRequest } from './request';

const propertyNames = [settingsKey, ...Object.values(programmeKeys)].join(',');

const projectAnswer = v.object({
  key: v.string(),
  name: v.string(),
  properties: v.optional(v.record(v.string(), v.unknown() as v.GenericSchema<unknown, Json>), {}),
});

const permissionsAnswer = v.object({
  permissions: v.object({
    ADMINISTER_PROJECTS: v.object({ havePermission: v.boolean() }),
    EDIT_ISSUES: v.object({ havePermission: v.boolean() }),
  }),
});

/** Settings on projects over Jira REST. */
export function jiraProjectProperties(request: JiraRequest): ProjectProperties {
  return {
    loadProject: async (project) => {
      const [projectRead, permissionsRead] = await Promise.all([
        read(request, `${jiraPath`/rest/api/3/project/${project}`}?properties=${propertyNames}`),
        read(
          request,
          `${jiraPath`/rest/api/3/mypermissions?projectId=${project}`}&permissions=ADMINISTER_PROJECTS,EDIT_ISSUES`,
        ),
      ]);
      if (!projectRead.ok) return projectRead;
      if (!permissionsRead.ok) return permissionsRead;
      const found = v.safeParse(projectAnswer, projectRead.value);
      const rights = v.safeParse(permissionsAnswer, permissionsRead.value);
      if (!found.success || !rights.success) return failure({ problem: 'refused', status: 200 });
      const { properties } = found.output;
      return success({
        key: found.output.key,
        name: found.output.name,
        mayAdminister: rights.output.permissions.ADMINISTER_PROJECTS.havePermission,
        mayEdit: rights.output.permissions.EDIT_ISSUES.havePermission,
        rawSettings: properties[settingsKey],
        rawProgramme: programmeIn(properties),
      });
    },
  };
}
