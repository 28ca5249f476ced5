import * as v from 'valibot';
import type { Json } from '../../../src/domain/use-case/json';
import type { Entry } from '../entries';
import {
  actorOf,
  numericId,
  param,
  readBody,
  type Answer,
  type Call,
  type Operation,
} from '../operation';
import { JiraError } from '../problem';
import { checkedProperty } from '../property-value';
import { eligibleIssues, type PropertyFilter, type Work } from '../tasks';

const json = v.unknown() as v.GenericSchema<unknown, Json>;
const oneKey = '/rest/api/3/issue/properties/:propertyKey';

const filterSchema = v.strictObject({
  entityIds: v.optional(v.array(numericId)),
  currentValue: v.optional(json),
  hasProperty: v.optional(v.boolean()),
});

const listBody = v.strictObject({
  entitiesIds: v.pipe(v.array(numericId), v.maxLength(10_000)),
  properties: v.record(v.string(), json),
});

const byIssueBody = v.strictObject({
  issues: v.pipe(
    v.array(v.object({ issueID: numericId, properties: v.record(v.string(), json) })),
    v.maxLength(100),
  ),
});

/** Properties of many issues, written in the background. */
export const bulkPropertyOperations: readonly Operation[] = [
  {
    operationId: 'bulkSetIssueProperty',
    method: 'PUT',
    path: oneKey,
    partial: 'constant values only, no Jira expressions; values are compared as JSON',
    handle: (call) => {
      const body = readBody(
        call,
        v.strictObject({
          value: v.optional(json),
          expression: v.optional(v.string()),
          filter: v.optional(filterSchema, {}),
        }),
      );
      if (body.expression !== undefined) {
        throw new JiraError(400, ['Local Jira does not compute Jira expressions.']);
      }
      if (body.value === undefined) {
        throw new JiraError(400, ['Either a value or an expression must be specified.']);
      }
      const filter = filterOf(body.filter);
      const property = checkedProperty(param(call, 'propertyKey'), body.value);
      const { accountId } = call.identity;
      return background(call, {
        description: `Set the property ${property.key}`,
        issueIds: filter.entityIds ?? [],
        run: (state) => {
          const issueIds = eligibleIssues(state, accountId, property.key, filter);
          return issueIds.length > 0 ? [{ op: 'put-issue-property', issueIds, ...property }] : [];
        },
      });
    },
  },
  {
    operationId: 'bulkDeleteIssueProperty',
    method: 'DELETE',
    path: oneKey,
    partial: 'values are compared as JSON',
    handle: (call) => {
      const body = call.body === '' ? {} : readBody(call, filterSchema);
      const filter = { ...filterOf(body), hasProperty: true };
      const key = param(call, 'propertyKey');
      const { accountId } = call.identity;
      return background(call, {
        description: `Delete the property ${key}`,
        issueIds: filter.entityIds ?? [],
        run: (state) => {
          const issueIds = eligibleIssues(state, accountId, key, filter);
          return issueIds.length > 0 ? [{ op: 'delete-issue-property', issueIds, key }] : [];
        },
      });
    },
  },
  {
    operationId: 'bulkSetIssuesPropertiesList',
    method: 'POST',
    path: '/rest/api/3/issue/properties',
    partial: 'all or none, as documented; refuses issues that may not be edited when it runs',
    handle: (call) => {
      const { entitiesIds, properties } = readBody(call, listBody);
      const checked = checkedProperties(properties);
      const { accountId } = call.identity;
      return background(call, {
        description: `Set ${String(checked.length)} properties`,
        issueIds: entitiesIds,
        run: (state) => {
          const some = (key: string): readonly string[] =>
            eligibleIssues(state, accountId, key, { ...unfiltered, entityIds: entitiesIds });
          const whole = some('').length === new Set(entitiesIds).size;
          if (!whole) return 'refused';
          return checked.map(({ key, value }) => entry(some(key), key, value));
        },
      });
    },
  },
  {
    operationId: 'bulkSetIssuePropertiesByIssue',
    method: 'POST',
    path: '/rest/api/3/issue/properties/multi',
    partial: 'issues that may not be edited are left out',
    handle: (call) => {
      const { issues } = readBody(call, byIssueBody);
      const checked = issues.map(({ issueID, properties }) => ({
        id: issueID,
        properties: checkedProperties(properties),
      }));
      const { accountId } = call.identity;
      return background(call, {
        description: `Set properties of ${String(issues.length)} issues`,
        issueIds: checked.map(({ id }) => id),
        run: (state) =>
          checked.flatMap(({ id, properties }) => {
            const filter = { ...unfiltered, entityIds: [id] };
            const issueIds = eligibleIssues(state, accountId, '', filter);
            if (issueIds.length === 0) return [];
            return properties.map(({ key, value }) => entry(issueIds, key, value));
          }),
      });
    },
  },
];

const unfiltered: PropertyFilter = {
  entityIds: undefined,
  currentValue: undefined,
  hasProperty: undefined,
};

function entry(issueIds: readonly string[], key: string, value: Json): Entry {
  return { op: 'put-issue-property', issueIds, key, value };
}

function filterOf(filter: v.InferOutput<typeof filterSchema>): PropertyFilter {
  if (filter.currentValue !== undefined && filter.hasProperty === false) {
    throw new JiraError(400, ['The filter asks for a value on issues without the property.']);
  }
  return { ...unfiltered, ...filter };
}

const propertiesLimit = 10;

function checkedProperties(
  properties: Readonly<Record<string, Json>>,
): readonly { readonly key: string; readonly value: Json }[] {
  const entries = Object.entries(properties);
  if (entries.length === 0 || entries.length > propertiesLimit) {
    throw new JiraError(400, [
      `The number of properties must be between 1 and ${String(propertiesLimit)}.`,
    ]);
  }
  return entries.map(([key, value]) => checkedProperty(key, value));
}

/** Queues the work; a second write on the same issues is refused while one waits, as Jira does. */
function background(call: Call, work: Work): Answer {
  const conditional = call.params['propertyKey'] !== undefined;
  if (!conditional && call.tasks.isBusy(work.issueIds)) {
    throw new JiraError(409, [
      'Another bulk update on the same issues is already in progress. Retry the request later.',
    ]);
  }
  const task = call.tasks.submit(actorOf(call), work);
  return { status: 303, headers: { location: `${call.origin}/rest/api/3/task/${task.id}` } };
}
