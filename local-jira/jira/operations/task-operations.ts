import { ok, param, type Operation } from '../operation';
import { forbidden, JiraError } from '../problem';

/** Work that Jira does in the background. */
export const taskOperations: readonly Operation[] = [
  {
    operationId: 'getTask',
    method: 'GET',
    path: '/rest/api/3/task/:taskId',
    partial: 'shown to its creator only, not to site admins',
    handle: (call) => {
      const task = call.tasks.find(param(call, 'taskId'));
      if (task === undefined) throw new JiraError(404, ['The task was not found.']);
      if (task.submittedBy !== call.identity.accountId)
        throw forbidden('Only its creator sees a task.');
      return ok({
        self: `${call.origin}/rest/api/3/task/${task.id}`,
        id: task.id,
        description: task.description,
        status: task.status,
        progress: task.finished === null ? 0 : 100,
        submitted: task.submitted,
        submittedBy: 10_000,
        lastUpdate: task.finished ?? task.submitted,
        elapsedRuntime: (task.finished ?? call.clock()) - task.submitted,
        ...(task.finished !== null && { started: task.submitted, finished: task.finished }),
      });
    },
  },
];
