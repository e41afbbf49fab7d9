// Runs the fault loops: `npm run test:faults -- --seed 7` tries other calls than the gate does; `--all` every call with every error.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, all: { type: 'boolean' }, table: { type: 'string' } },
});
const env = {
  ...process.env,
  ASCPI_FAULT_SEED: values.seed,
  ...(values.all ? { ASCPI_FAULTS: 'all' } : {}),
  ...(values.table ? { ASCPI_FAULT_TABLE: values.table } : {}),
};
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/faults/faults.test.ts'], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
