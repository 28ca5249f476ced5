import { runModel } from './write-model';

/**
 * Runs interleavings in a process of its own, where they take a quarter of the time that they take
 * inside a test: `run-model.ts FROM COUNT [unconditional]`. Prints one JSON object.
 */
async function main(): Promise<void> {
  const [from = 0, count = 0] = process.argv.slice(2, 4).map(Number);
  const isConditional = process.argv[4] !== 'unconditional';
  const kinds = ['lost', 'revived', 'overwritten', 'falselyFailed'] as const;
  let acknowledged = 0;
  const wrong: string[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const run = await runModel(seed, isConditional);
    acknowledged += run.acknowledged;
    for (const kind of kinds)
      wrong.push(...run[kind].map((which) => `seed ${String(seed)}: ${kind} ${which}`));
  }
  process.stdout.write(JSON.stringify({ acknowledged, wrong }));
}

void main();
