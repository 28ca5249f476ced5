import { eventTypes } from './forge/product-events';
import { operations } from './jira/rest';
import { absentCommands, answeredCommands } from './web/bridge-fidelity';

/** The forge modules that local Jira acts on, and how. */
const modules: readonly (readonly string[])[] = [
  ['jira:issueContext', 'faithful', ''],
  ['jira:projectPage', 'partial', 'no board in its context'],
  ['jira:projectSettingsPage', 'faithful', ''],
  ['jira:entityProperty, jira:entityPropertySet', 'partial', 'issue properties only'],
  ['trigger', 'partial', 'filters by the common part of Jira expressions'],
  ['scheduledTrigger', 'faithful', 'first turn five minutes after the start'],
  ['consumer', 'partial', 'concurrency by key; the platform’s own waits are shorter'],
  ['function', 'faithful', '25 s; 55 s or timeoutSeconds for consumers and schedules'],
  [
    'app.storage.entities',
    'partial',
    'a lost race is 409, with codes that live sites were reported to use (KEY_CONFLICT, CONDITIONAL_CHECK_FAILED); queries lag by 5 s, which can be set; how long they lag on a site is not documented',
  ],
  ['displayConditions', 'partial', 'a list under not is refused: its meaning is not documented'],
];

/** What is true of local Jira as a whole and not of one operation. */
const differences: readonly string[] = [
  'Nobody is anonymous: a request without a person is answered 401.',
  'Rate limits of REST are not modelled; points are counted, not charged.',
  'A write of a property leaves the field "updated" as it is; on a live site this is unverified.',
  'A change that the app makes as a person counts as the app’s own for `ignoreSelf`; on a live site this is unverified.',
  'JQL finds whole words and does not stem them; `was`, `changed`, and fields and functions that only Jira has are answered 501.',
  'A changelog names the keys of parents and links that the reader may not see; whether the cloud hides them is unverified.',
  'A mistake of local Jira itself is answered 500 in Jira’s shape, and said on the console.',
  'The inward issue of a link is where it starts ("A blocks B" is inward A, outward B).',
  'Workflows lead from every status to every other, without conditions or validators.',
  'Statuses and types of a team-managed project are its own; screens and field configurations do not exist.',
  'Every write is kept as a line of a journal that is not flushed to the disk: it survives a killed process, not a power cut.',
  'A task that was waiting when local Jira stopped never happens, and its id is unknown afterwards.',
  'Each call of REST and of the storage can be refused before it is done, answered anything after it (400 to 503, a page, nothing), be slow, land late, or end its function before or after it (`POST /local/faults`). Which of these a live site does, and how late a write can land, is unverified.',
  'One clock serves functions, queues, schedules, lags and the frames’ dates and timers, and can be moved (`POST /local/clock`); a frame hears of it within a second.',
  'Attachments are told by `attachment` with name and size; nothing can be uploaded or downloaded.',
  'Pictures of people, types and projects are plain discs.',
];

/** FIDELITY.md, from the code that it tells about. */
export function fidelityPage(): string {
  const rest = [...operations].sort((left, right) =>
    left.operationId.localeCompare(right.operationId, 'en'),
  );
  const commands = Object.entries(answeredCommands).map(([command, told]) => [
    command,
    told.fidelity,
    'note' in told ? told.note : '',
  ]);
  const refused = Object.entries(absentCommands).map(([command, why]) => [command, 'absent', why]);
  return [
    '# How faithful local Jira is',
    '',
    'Written by `npm run fidelity` from the code; a test holds it to the code. "Partial" says what is',
    'missing. What is not listed is absent: an operation answers 501, a bridge command is refused by name.',
    '',
    '## As a whole',
    '',
    ...differences.map((line) => `- ${line}`),
    '',
    `## Jira REST v3: ${String(rest.length)} operations`,
    '',
    ...table(
      ['operation', 'request', 'fidelity', 'what differs'],
      rest.map(({ operationId, method, path, partial }) => [
        operationId,
        `${method} ${path.replace('/rest/api/3', '').replaceAll(/:(\w+)/gu, '{$1}')}`,
        partial === undefined ? 'faithful' : 'partial',
        partial ?? '',
      ]),
    ),
    '',
    `## Bridge: ${String(commands.length)} commands answered, ${String(refused.length)} refused`,
    '',
    ...table(['command', 'fidelity', 'what differs'], [...commands, ...refused]),
    '',
    '## Forge modules',
    '',
    ...table(['module', 'fidelity', 'what differs'], modules),
    '',
    `## Product events: ${String(eventTypes.length)}`,
    '',
    'Delivered after a delay that can be set, at once if none is. The last two are known to Forge’s',
    'manifest checks but have no page of their own; their payload is unverified.',
    '',
    ...eventTypes.map((eventType) => `- \`${eventType}\``),
    '',
  ].join('\n');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}
