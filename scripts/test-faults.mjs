// Runs the fault loops: `npm run test:faults -- --seed 7` tries other calls than the gate does; `--all` every call with every error.
//
//   npm run test:faults -- --all --table out   the tables of what was tried, as Markdown and CSV, in the folder out
//   npm run test:faults -- --all --docs        the same tables into docs/reliability.md
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean' },
    table: { type: 'string' },
    docs: { type: 'boolean' },
  },
});
const folder = values.table ?? mkdtempSync(join(tmpdir(), 'ascpi-fault-table-'));
const env = {
  ...process.env,
  ASCPI_FAULT_SEED: values.seed,
  ASCPI_FAULT_TABLE: folder,
  ...(values.all ? { ASCPI_FAULTS: 'all' } : {}),
};
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/faults/faults.test.ts'], { stdio: 'inherit', env });
if (values.docs && status === 0) {
  const page = 'docs/reliability.md';
  const tables = readFileSync(join(folder, 'faults.md'), 'utf8').trimEnd();
  const between = /(<!-- tables of npm run test:faults -->\n)[\s\S]*(<!-- end of the tables -->)/;
  const text = readFileSync(page, 'utf8');
  if (!between.test(text)) throw new Error(`${page} has no place for the tables`);
  writeFileSync(
    page,
    text.replace(between, (_all, begin, end) => `${begin}\n${tables}\n\n${end}`),
  );
}
if (values.table === undefined) rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
