import * as v from 'valibot';
import { failure, success } from '../../domain/result';
import type { Json } from '../../domain/use-case/json';
import type { DocumentPlace, Documents } from '../../ports/documents';
import { done, jiraPath, read, send, type JiraRequest } from './request';

const json = v.unknown() as v.GenericSchema<unknown, Json>;
const answer = v.object({ properties: v.optional(v.record(v.string(), json), {}) });

/** Documents in issue and project properties over Jira REST, as whoever the request acts for. */
export function jiraDocuments(request: JiraRequest): Documents {
  return {
    // Read with its issue: a property that is not set and an issue that is gone are both 404 otherwise.
    read: async (place) => {
      const asked = await read(request, pathWithProperty(place));
      if (!asked.ok) return asked;
      const parsed = v.safeParse(answer, asked.value);
      if (!parsed.success) return failure({ problem: 'no-answer' });
      return success(parsed.output.properties[place.key]);
    },
    write: async (place, value) => {
      const path = propertyPath(place);
      if (value !== null) return done(await send(request, 'PUT', path, value));
      const removed = await send(request, 'DELETE', path);
      // Jira answers 404 where there is nothing to remove.
      return !removed.ok && removed.error.problem === 'gone' ? success(null) : done(removed);
    },
  };
}

function pathWithProperty({ entity, id, key }: DocumentPlace): string {
  return entity === 'issue'
    ? jiraPath`/rest/api/3/issue/${id}?fields=summary&properties=${key}`
    : jiraPath`/rest/api/3/project/${id}?properties=${key}`;
}

function propertyPath({ entity, id, key }: DocumentPlace): string {
  return entity === 'issue'
    ? jiraPath`/rest/api/3/issue/${id}/properties/${key}`
    : jiraPath`/rest/api/3/project/${id}/properties/${key}`;
}
