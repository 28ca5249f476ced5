import * as v from 'valibot';
import type { JsonObject } from '../../../src/domain/use-case/json';
import { own } from '../../own';
import {
  numericId,
  listParameter,
  ok,
  readBody,
  seenIssue,
  seenProject,
  type Call,
  type Operation,
} from '../operation';
import { holds, holdsOn, isSiteAdmin } from '../permissions';
import { forbidden, JiraError, refusedFields } from '../problem';
import { projectPermissions, type Permission, type Project } from '../state';

const globalPermissions = { ADMINISTER: 'Administer Jira' } as const;

const checkBody = v.object({
  accountId: v.optional(v.string()),
  globalPermissions: v.optional(v.array(v.string()), []),
  projectPermissions: v.optional(
    v.array(
      v.object({
        permissions: v.array(v.string()),
        projects: v.optional(v.array(numericId), []),
        issues: v.optional(v.array(numericId), []),
      }),
    ),
    [],
  ),
});

/** What a person may do, where. */
export const permissionOperations: readonly Operation[] = [
  {
    operationId: 'getMyPermissions',
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    partial: `knows ${Object.keys(projectPermissions).join(', ')} and ADMINISTER`,
    handle: (call) => {
      const asked = listParameter(call.query, 'permissions');
      if (asked === undefined) {
        throw new JiraError(400, ['The permissions query parameter is required.']);
      }
      const judge = judgeOf(call);
      return ok({
        permissions: Object.fromEntries(
          asked.map((key) => [key, { ...described(key), havePermission: judge(key) }]),
        ),
      });
    },
  },
  {
    operationId: 'getAllPermissions',
    method: 'GET',
    path: '/rest/api/3/permissions',
    partial: 'the permissions that local Jira knows',
    handle: () => {
      const keys = [...Object.keys(globalPermissions), ...Object.keys(projectPermissions)];
      return ok({ permissions: Object.fromEntries(keys.map((key) => [key, described(key)])) });
    },
  },
  {
    operationId: 'getBulkPermissions',
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    handle: (call) => {
      const state = call.store.state();
      const body = readBody(call, checkBody);
      const accountId = body.accountId ?? call.identity.accountId;
      if (accountId !== call.identity.accountId && !isSiteAdmin(state, call.identity.accountId)) {
        throw forbidden('Only Jira administrators can perform this operation.');
      }
      for (const key of body.globalPermissions) demandKnown(key, globalPermissions);
      const held = body.globalPermissions.filter(() => isSiteAdmin(state, accountId));
      return ok({
        globalPermissions: held,
        projectPermissions: body.projectPermissions.flatMap(({ permissions, projects, issues }) =>
          permissions.map((key) => {
            demandKnown(key, projectPermissions);
            return granted(call, accountId, key as Permission, projects, issues);
          }),
        ),
      });
    },
  },
  {
    operationId: 'getPermittedProjects',
    method: 'POST',
    path: '/rest/api/3/permissions/project',
    handle: (call) => {
      const { permissions } = readBody(
        call,
        v.object({ permissions: v.pipe(v.array(v.string()), v.minLength(1)) }),
      );
      for (const key of permissions) demandKnown(key, projectPermissions);
      const { accountId } = call.identity;
      const projects = Object.values(call.store.state().projects)
        .filter((project) =>
          permissions.every((key) => holds(project, accountId, key as Permission)),
        )
        .map(({ id, key }) => ({ id: Number(id), key }));
      return ok({ projects }, projects.length);
    },
  },
];

function granted(
  call: Call,
  accountId: string,
  permission: Permission,
  projects: readonly string[],
  issues: readonly string[],
): JsonObject {
  const state = call.store.state();
  const held = (project: Project | undefined): boolean =>
    project !== undefined && holds(project, accountId, permission);
  return {
    permission,
    projects: projects.filter((id) => held(own(state.projects, id))).map(Number),
    issues: issues
      .filter((id) => {
        const issue = own(state.issues, id);
        return issue !== undefined && holdsOn(state, accountId, issue, permission);
      })
      .map(Number),
  };
}

function demandKnown(key: string, known: Readonly<Record<string, string>>): void {
  if (!Object.hasOwn(known, key)) throw refusedFields({ [key]: 'Unrecognized permission' });
}

function described(key: string): JsonObject {
  const global = Object.hasOwn(globalPermissions, key);
  const names: Readonly<Record<string, string>> = { ...globalPermissions, ...projectPermissions };
  const name = own(names, key);
  if (name === undefined) throw new JiraError(400, [`Unrecognized permission: ${key}`]);
  const id = String(Object.keys(names).indexOf(key) + 1);
  return { id, key, name, type: global ? 'GLOBAL' : 'PROJECT', description: name };
}

/** Judges permissions where the query asks: on an issue, in a project, or anywhere at all. */
function judgeOf(call: Call): (key: string) => boolean {
  const { accountId } = call.identity;
  const state = call.store.state();
  const issueAsked = call.query.get('issueId') ?? call.query.get('issueKey');
  const projectAsked = call.query.get('projectId') ?? call.query.get('projectKey');
  const issue = issueAsked === null ? undefined : seenIssue(call, issueAsked);
  const project =
    issue === undefined && projectAsked !== null ? seenProject(call, projectAsked) : undefined;
  return (key) => {
    if (Object.hasOwn(globalPermissions, key)) return isSiteAdmin(state, accountId);
    const permission = key as Permission;
    if (issue !== undefined) return holdsOn(state, accountId, issue, permission);
    if (project !== undefined) return holds(project, accountId, permission);
    return Object.values(state.projects).some((each) => holds(each, accountId, permission));
  };
}
