// Measures a shared roster of 2,000, 20,000 and 200,000 candidates of whom the same number has something due.
//
//   npm run bench:team
//   npm run bench:team -- --sizes 2000,20000
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
/** of answers about everybody, which take long, and of all others */
const RUNS = { whole: 3, others: 21 };
const DUE = 50;
const TODAY = '2026-12-15';
/** The time for the largest roster, as a multiple of that for the smallest. */
const LIMIT = 1.5;

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '2000,20000,200000' } } });
const sizes = values.sizes.split(',').map(Number);
if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
const { main, realContext } = createRequire(import.meta.url)('../bin/ascpi.js').load('ascpi.js');
const { startPostgres, missingPostgres } = await built();
if (missingPostgres) throw new Error(missingPostgres);

const home = mkdtempSync(join(tmpdir(), 'ascpi-bench-'));
const postgres = startPostgres();
process.on('exit', () => {
  postgres.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Paid, and their documents are due in less than 60 days. */
const applied = [['application', '2026-12-14', '--fee', '240USD']];
/** Nothing of these is due yet. */
const others = [
  [['eligibility', '2026-10-01', '--route', '1']],
  [['admission', '2026-12-14', '--window-end', '2027-06-01', '--force']],
  [
    ['application', '2026-01-05'],
    ['admission', '2026-03-01'],
    ['exam', '2026-04-10', '--result', 'pass'],
    ['scores', '2026-04-15', '--result', 'pass'],
    ['certificate', '2026-06-01'],
  ],
];

/** What grows with the roster, because it is about all of it. */
const whole = [
  ['candidates', ['candidates']],
  ['report', ['report']],
];
const measured = [
  ['remind', ['remind', '--json']],
  ['remind --send print --dry-run', ['remind', '--send', 'print', '--dry-run']],
  ['status -c', ['status', '-c', 'due-7']],
  ['done -c', ['check', 'one-account', '-c', 'due-7']],
  ['candidates --search', ['candidates', '--search', 'due-7']],
  ['candidates --due 7d', ['candidates', '--due', '7d']],
  ...whole,
];
const rosters = [];
for (const size of sizes) rosters.push(await rosterOf(size));
// In turn, so that whatever else this machine does falls on all sizes alike.
const runs = measured.map(() => rosters.map(() => []));
for (let run = 0; run < RUNS.others; run += 1) {
  for (const [at, [name, words]] of measured.entries()) {
    if (run >= RUNS.whole && whole.some(([each]) => each === name)) continue;
    for (const [index, address] of rosters.entries()) runs[at][index].push(await timed(words, address));
  }
}
const median = (list) => list.sort((one, other) => one - other)[Math.floor(list.length / 2)];
const times = measured.map(([name], at) => [name, runs[at].map(median)]);

console.log(
  `\n${DUE} candidates have something due; median of ${RUNS.others} runs (${RUNS.whole} of candidates and report), in ms, without the start of the program\n`,
);
console.log(`| command | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} | largest to smallest |`);
console.log(`|---|${sizes.map(() => '--:|').join('')}--:|`);
let isOver = false;
for (const [name, medians] of times) {
  const ratio = medians.at(-1) / medians[0];
  if ((name.startsWith('remind') || name === 'status -c') && ratio > LIMIT) isOver = true;
  console.log(`| \`${name}\` | ${medians.map((time) => time.toFixed(1)).join(' | ')} | ${ratio.toFixed(2)} |`);
}
console.log(`\nremind and status: limit ${LIMIT}: ${isOver ? 'over' : 'pass'}`);

async function timed(words, address) {
  let err = '';
  const sink = { write: () => {}, isTTY: false, columns: 80 };
  const context = {
    ...realContext(process, root),
    env: { ASCPI_HOME: home, ASCPI_STORE: address, ASCPI_TODAY: TODAY, ASCPI_USER: 'bench', CI: '1' },
    stdout: sink,
    stderr: { ...sink, write: (text) => (err += text) },
  };
  const start = performance.now();
  const code = await main(words, context);
  const time = performance.now() - start;
  if (code !== 0) throw new Error(`${words.join(' ')}: ${code} ${err}`);
  return time;
}

/** A few are saved as the program saves them; the server makes the others of them. */
async function rosterOf(size) {
  const database = `roster${size}`;
  postgres.query(`create database ${database}`);
  const address = `postgres://ascpi@/${database}?host=${postgres.folder}`;
  await timed(['store', 'migrate'], address);
  for (let number = 0; number < DUE; number += 1) await keep(address, `due-${number}`, applied);
  for (const [number, facts] of others.entries()) await keep(address, `model-0${number}`, facts);
  const start = performance.now();
  const copies = Math.ceil((size - DUE) / others.length) - 1;
  const renamed = (column) => `replace(${column}, j.id, j.id || '-' || n)`;
  postgres.query(
    `begin;
    create temporary table copy as select j.id as model, j.id || '-' || n as id, n
      from ascpi.journey j, generate_series(1, ${copies}) n where j.id like 'model-%';
    insert into ascpi.journey (id, revision, body, name, search, credential, country, owner, tags, since, step, lapse, step_after, stamp, turns, profile, phases)
      select c.id, revision, ${renamed('body')}, name, ${renamed('search')}, credential, country, owner, tags, since, step, lapse, step_after, stamp, turns,
        ${renamed('profile')}, ${renamed('phases::text')}::text[]
      from copy c join ascpi.journey j on j.id = c.model;
    insert into ascpi.mark select c.id, kind, day from copy c join ascpi.mark m on m.journey = c.model;
    insert into ascpi.fact (journey, id, kind, on_day, at, by, host, body)
      select c.id, f.id, kind, on_day, at, by, host, body from copy c join ascpi.fact f on f.journey = c.model;
    commit`,
    database,
  );
  postgres.query('vacuum analyze', database);
  const [[count]] = postgres.query('select count(*) from ascpi.journey', database);
  console.log(`${count} candidates after ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return address;
}

async function keep(address, id, facts) {
  await timed(['start', '--name', `Name of ${id}`, '--credential', 'MLS', '--country', 'PH', '--id', id], address);
  for (const [step, on, ...more] of facts) await timed(['done', step, '--on', on, ...more, '-c', id], address);
}

/** The server of the tests, bundled without types. */
async function built() {
  const bundle = await rolldown({ input: join(root, 'tests/domain/postgres.ts'), platform: 'node' });
  const { output } = await bundle.generate({ format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
