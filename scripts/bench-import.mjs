// Measures an import of many generated candidates from CSV and JSON into an empty store, against the floor `node -e 0`, taskwarrior
// (`task import` of as many tasks), and jq that reads the same JSON. Builds nothing. Programs that are not there are left out.
//
//   npm run bench:import
//   npm run bench:import -- --sizes 1000,5000,20000 --runs 7
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { binary, counted, generator, inSeconds, inTurn, isThere, load, machine, median } from './measuring.mjs';

const TODAY = '2026-12-15';
const DAY_MS = 86_400_000;
const HEADERS = [
  'id',
  'name',
  'credential',
  'country',
  'email',
  'owner',
  'tags',
  'application',
  'admission',
  'exam',
  'result',
];

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,5000,20000' }, runs: { type: 'string', default: '5' } },
});
const sizes = values.sizes.split(',').map((size) => counted('sizes', size));
const runs = counted('runs', values.runs);

const floor = { name: 'node -e 0', file: process.execPath, args: ['-e', '0'], env: process.env };
const loadBefore = load();
const rows = sizes.flatMap(measure);
console.log(`An import of new candidates as of ${TODAY}: medians of ${runs} interleaved runs, quartiles in brackets.`);
console.log(`${machine()}, Node ${process.versions.node}, load ${loadBefore} to ${load()}.\n`);
console.log('| candidates | command | time | a candidate | against `node -e 0` | against `task import` |');
console.log('|--:|---|---|--:|--:|--:|');
for (const row of rows) console.log(row);

/** The rows of one size. */
function measure(size) {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-bench-'));
  try {
    const random = generator(2026);
    const roster = Array.from({ length: size }, (_, number) => candidate(number, random));
    const contenders = [floor, ...ascpi(roster, folder), ...taskwarrior(roster, folder), ...jq(folder)];
    const times = inTurn(contenders, runs, 0);
    const task = contenders.findIndex(({ name }) => name === 'task import');
    const against = (time, index) => (index === -1 ? '' : (time / median(times[index])).toFixed(2));
    return contenders.map(({ name }, index) => {
      const time = median(times[index]);
      const each = index === 0 ? '' : `${(time / size).toFixed(2)} ms`;
      return `| ${size} | \`${name}\` | ${inSeconds(times[index])} | ${each} | ${against(time, 0)} | ${against(time, task)} |`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each run into a store that is not there yet. */
function ascpi(roster, folder) {
  const line = (cells) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
  const csv = [HEADERS, ...roster.map((each) => HEADERS.map((header) => each[header] ?? ''))].map(line);
  writeFileSync(join(folder, 'roster.csv'), `${csv.join('\n')}\n`);
  writeFileSync(join(folder, 'roster.json'), JSON.stringify(roster));
  const home = join(folder, 'home');
  const env = { ...process.env, ASCPI_HOME: home, ASCPI_TODAY: TODAY, NO_COLOR: '1' };
  return ['roster.csv', 'roster.json'].map((name) => ({
    name: `ascpi candidates import ${name}`,
    file: process.execPath,
    args: [binary, 'candidates', 'import', name, '--yes', '--quiet'],
    env,
    cwd: folder,
    prepare: () => rmSync(home, { recursive: true, force: true }),
  }));
}

/** A task a candidate, due on the day of the exam. */
function taskwarrior(roster, folder) {
  if (!isThere('task')) return [];
  const data = join(folder, 'task');
  const rc = join(folder, 'taskrc');
  writeFileSync(rc, `data.location=${data}\nconfirmation=off\nverbose=nothing\n`);
  const tasks = roster.map(({ name, owner, tags, exam }) => ({
    description: name,
    project: owner,
    tags: tags.split(';'),
    due: `${(exam ?? TODAY).replaceAll('-', '')}T000000Z`,
  }));
  writeFileSync(join(folder, 'tasks.json'), JSON.stringify(tasks));
  const prepare = () => {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data);
  };
  const env = { ...process.env, TASKRC: rc, TASKDATA: data };
  return [{ name: 'task import', file: 'task', args: ['import', 'tasks.json'], env, cwd: folder, prepare }];
}

/** Only reads and writes: it keeps nothing. */
function jq(folder) {
  if (!isThere('jq')) return [];
  return [{ name: 'jq . roster.json', file: 'jq', args: ['.', 'roster.json'], env: process.env, cwd: folder }];
}

/** Somewhere on the way in the last ten months. */
function candidate(number, random) {
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const pick = (...choices) => choices[between(0, choices.length - 1)];
  let day = Date.parse(TODAY) / DAY_MS - between(1, 300);
  const after = (low, high) => {
    day += between(low, high);
    return day * DAY_MS <= Date.parse(TODAY) ? new Date(day * DAY_MS).toISOString().slice(0, 10) : undefined;
  };
  const id = `c${String(number).padStart(6, '0')}`;
  const application = after(0, 0);
  const admission = after(14, 60);
  const exam = after(5, 75);
  return {
    id,
    name: pick(`Santos, Maria ${number}`, `Nguyễn Thị ${number}`, `Okafor ${number}`),
    credential: pick('MLS', 'MLT', 'HT'),
    country: pick('PH', 'NP', 'NG', 'VN'),
    email: `${id}@example.org`,
    owner: pick('Joy', 'Ben', 'Ana'),
    tags: pick('cebu', 'cebu;2027', '2026'),
    application,
    ...(admission ? { admission } : {}),
    ...(exam ? { exam, result: pick('pass', 'pass', 'fail') } : {}),
  };
}
