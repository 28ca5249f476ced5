import { h } from '../elements';
import { askSite, fetchAsPerson } from '../session';
import { dataTable } from '../table';

type Activity = {
  readonly invocations: readonly {
    readonly id: number;
    readonly at: number;
    readonly endedAt: number | null;
    readonly kind: string;
    readonly moduleKey: string;
    readonly functionKey: string;
    readonly outcome: string;
    readonly error: string | null;
    readonly logs: readonly { readonly level: string; readonly text: string }[];
  }[];
  readonly events: readonly {
    readonly at: number;
    readonly eventType: string;
    readonly issueKey: string | null;
    readonly selfGenerated: boolean;
    readonly deliveries: readonly { readonly trigger: string; readonly fate: string }[];
  }[];
  readonly queued: readonly {
    readonly eventId: string;
    readonly queueName: string;
    readonly dueAt: number;
    readonly attempts: number;
    readonly state: string;
  }[];
  readonly schedules: readonly {
    readonly key: string;
    readonly interval: string;
    readonly nextAt: number;
  }[];
  readonly notActedOn: readonly string[];
};

type Request = {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly operationId: string | null;
  readonly status: number;
  readonly via: string;
  readonly surface: string | null;
  readonly points: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
};

const shown = 50;

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** The time of day to the second: the order of things is what this page is for. */
function moment(at: number): string {
  return clock.format(at);
}

/** What the platform did: calls of functions, events, queues, schedules, logs and requests to Jira. */
export async function platformPage(): Promise<HTMLElement> {
  const [activity, requests] = await Promise.all([
    askSite<Activity>('/local/activity'),
    askSite<readonly Request[]>('/local/requests'),
  ]);
  return h(
    'main',
    { class: 'page' },
    h('h1', {}, 'Platform'),
    h('p', { class: 'quiet' }, 'What the app asked of Jira, and what Jira told the app.'),
    activity.notActedOn.length > 0 &&
      h('p', { class: 'problem' }, `Not acted on here: ${activity.notActedOn.join(', ')}.`),
    ...block('Requests by surface', surfaceRows(requests), [
      'Surface',
      'Requests',
      'Points',
      'Sent bytes',
      'Received bytes',
    ]),
    ...block(
      'Schedules',
      activity.schedules.map(scheduleRow),
      ['Schedule', 'Every', 'Next', 'Run'],
      'The manifest declares none.',
    ),
    ...block('Functions', newest(activity.invocations).map(invocationRow), [
      'When',
      'Module',
      'Function',
      'Took',
      'Outcome',
      'Log',
    ]),
    ...block('Events', newest(activity.events).map(eventRow), [
      'When',
      'Event',
      'Issue',
      'Told to',
    ]),
    ...block('Queues', newest(activity.queued).map(queueRow), [
      'Queue',
      'Event',
      'Due',
      'Attempts',
      'State',
    ]),
    ...block('Requests', newest(requests).map(requestRow), [
      'When',
      'Surface',
      'Operation',
      'Path',
      'Status',
      'Points',
      'Bytes',
    ]),
  );
}

type Row = readonly (Node | string)[];

function block(
  title: string,
  rows: readonly Row[],
  heads: readonly string[],
  none = 'Nothing yet.',
): HTMLElement[] {
  const body = rows.length > 0 ? dataTable(heads, rows) : h('p', { class: 'quiet' }, none);
  return [h('h2', {}, title), body];
}

function newest<Item>(items: readonly Item[]): readonly Item[] {
  return items.slice(-shown).reverse();
}

function nameOf({ surface, via }: Request): string {
  return surface ?? (via === 'client' ? 'Jira’s pages and clients' : via);
}

function surfaceRows(requests: readonly Request[]): readonly Row[] {
  const names = [...new Set(requests.map(nameOf))].sort();
  return names.map((name) => {
    const own = requests.filter((request) => nameOf(request) === name);
    const sum = (read: (request: Request) => number): string =>
      own.reduce((total, request) => total + read(request), 0).toLocaleString('en-GB');
    return [
      name,
      String(own.length),
      sum(({ points }) => points),
      sum(({ requestBytes }) => requestBytes),
      sum(({ responseBytes }) => responseBytes),
    ];
  });
}

function scheduleRow({ key, interval, nextAt }: Activity['schedules'][number]): Row {
  const run = async (): Promise<void> => {
    await fetchAsPerson(`/local/schedules/${key}/run`, { method: 'POST' });
    location.reload();
  };
  const button = h(
    'button',
    { type: 'button', class: 'plain-button', onclick: () => void run() },
    'Run now',
  );
  return [key, interval, moment(nextAt), button];
}

function invocationRow(invocation: Activity['invocations'][number]): Row {
  const { at, endedAt, kind, moduleKey, functionKey, outcome, error, logs } = invocation;
  const took = endedAt === null ? '' : `${String(endedAt - at)} ms`;
  const said = logs.map(({ level, text }) => h('div', { class: 'log' }, `${level}: ${text}`));
  return [
    moment(at),
    `${moduleKey} (${kind})`,
    functionKey,
    took,
    error === null ? outcome : `${outcome}: ${error}`,
    h('div', {}, ...said),
  ];
}

function eventRow({
  at,
  eventType,
  issueKey,
  selfGenerated,
  deliveries,
}: Activity['events'][number]): Row {
  const told = deliveries.map(({ trigger, fate }) => `${trigger}: ${fate}`).join(', ');
  const own = selfGenerated ? ' (the app’s own)' : '';
  return [moment(at), `${eventType}${own}`, issueKey ?? '', told || 'nobody'];
}

function queueRow({ queueName, eventId, dueAt, attempts, state }: Activity['queued'][number]): Row {
  return [queueName, eventId, moment(dueAt), String(attempts), state];
}

function requestRow(request: Request): Row {
  const { at, operationId, method, path, status, points, responseBytes } = request;
  return [
    moment(at),
    nameOf(request),
    operationId ?? 'none',
    h('span', { class: 'log' }, `${method} ${path}`),
    String(status),
    String(points),
    responseBytes.toLocaleString('en-GB'),
  ];
}
