import type { Values } from '../../src/domain/use-case/fields';
import type { Signature } from '../../test/builders/stored-record';
import type { Person } from '../jira/state';

/** An issue of the retailer's programme, as it is told here. */
export type TellIssue = {
  readonly key: string;
  readonly type: 'Epic' | 'Story' | 'Task' | 'Bug' | 'Sub-task' | 'Subtask';
  readonly summary: string;
  readonly status: 'To do' | 'In refinement' | 'In progress' | 'Done';
  readonly description?: readonly string[];
  readonly parent?: string;
  readonly assignee?: Person;
  readonly labels?: readonly string[];
  readonly points?: number;
  readonly dueDate?: string;
  readonly priority?: 'Highest' | 'High' | 'Medium' | 'Low' | 'Lowest';
  /** The name of a security level of the project. */
  readonly secret?: string;
  readonly useCase?: Values;
  readonly document?: Values;
  readonly saved?: Signature;
};
