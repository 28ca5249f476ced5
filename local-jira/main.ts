import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StoreInUse } from './jira/store';
import { StartProblem, startLocalJira } from './start-local-jira';

const help = `Jira on this machine, with Northstar in it.

  --port N         the site's port (4100); the app's frames take the next one
  --world NAME     the issues to start with: retailer (default), empty, no-permission,
                   10k, 50k, or scored-N for N scored use cases
  --task-delay N   seconds that Jira takes over each save (0)
  --slow           answer as a busy site far away does: 0.8 s for each request, saves, index and
                   events later still
  --reset          forget what was changed and start with the seeded issues
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4100' },
      world: { type: 'string', default: 'retailer' },
      'task-delay': { type: 'string', default: '0' },
      slow: { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const root = join(__dirname, '..');
  const local = await startLocalJira({
    root,
    folder: join(root, '.local-jira'),
    port: portNumber(values.port),
    reset: values.reset,
    slow: values.slow,
    world: values.world,
    taskDelaySeconds: wholeNumber('--task-delay', values['task-delay']),
  });
  console.log(
    `\nNorthstar is running in local Jira:\n\n  ${local.address}\n\nStop it with Ctrl+C.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void local.close().then(() => process.exit(0)));
  }
}

/** The frames take the port after it. */
function portNumber(text: string): number {
  const port = wholeNumber('--port', text);
  if (port <= 65_534) return port;
  throw new StartProblem(`--port takes a number up to 65534, not "${text}".`);
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) {
    throw new StartProblem(`${option} takes a whole number, not "${text}".`);
  }
  return number;
}

main().catch((error: unknown) => {
  // Wrong use gets a sentence; only a bug gets its stack.
  const known =
    error instanceof StartProblem || error instanceof StoreInUse || error instanceof TypeError;
  console.error(known ? error.message : error);
  process.exit(1);
});
