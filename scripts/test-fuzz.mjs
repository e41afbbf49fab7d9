// Fuzzes all that reads input: `npm run test:fuzz -- --minutes 10 --seed 7`; the parsers share the time. Says its seed, so that a find can be had again.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
process.stdout.write(`Seed ${values.seed}, ${values.minutes} minutes\n`);
const env = { ...process.env, ASCPI_FUZZ_MINUTES: values.minutes, ASCPI_FUZZ_SEED: values.seed };
const run = ['vitest', 'run', 'tests/fuzz', '--disable-console-intercept', '--no-file-parallelism'];
const { status } = spawnSync('npx', run, { stdio: 'inherit', env });
process.exitCode = status ?? 1;
