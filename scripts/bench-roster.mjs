// Measures what is due among many generated candidates: `ascpi remind` and `candidates`, and what taskwarrior, remind(1) and jq
// take for the same dates. Builds nothing. Programs that are not there are left out.
//
//   npm run bench:roster
//   npm run bench:roster -- --sizes 1000,10000,100000 --runs 5
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  binary,
  built,
  counted,
  dataOf,
  generator,
  inSeconds,
  inTurn,
  isThere,
  machine,
  median,
} from './measuring.mjs';

const TODAY = '2026-12-15';
const DAY_MS = 86_400_000;
const dayNumber = Date.parse(TODAY) / DAY_MS;

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000' }, runs: { type: 'string', default: '7' } },
});
const sizes = values.sizes.split(',').map((size) => counted('sizes', size));
const runs = counted('runs', values.runs);

const { timelineOf, makeRulebook } = await built('domain/timeline', 'domain/rulebook');
console.log(`Medians of ${runs} interleaved runs as of ${TODAY}, quartiles in brackets.`);
console.log(`${machine()}, Node ${process.versions.node}.\n`);
console.log('| candidates | open dates | command | time | against task export |');
console.log('|---|---|---|---|---|');
for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-bench-'));
  try {
    for (const row of measure(size, folder)) console.log(row);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rows of one size. */
function measure(size, folder) {
  const random = generator(2026);
  const journeys = Array.from({ length: size }, (_, number) => journeyOf(number, random));
  writeStore(journeys, folder);
  const dates = datesOf(journeys);
  const contenders = [
    ...ascpiIn(folder),
    ...[taskwarrior, remindFile, jsonFile].flatMap((make) => make(dates, folder)),
  ];
  const times = inTurn(contenders, runs);
  const task = times[contenders.findIndex(({ name }) => name === 'task export')];
  return contenders.map(({ name }, index) => {
    const ratio = task ? (median(times[index]) / median(task)).toFixed(1) : '';
    return `| ${size} | ${dates.length} | \`${name}\` | ${inSeconds(times[index])} | ${ratio} |`;
  });
}

function ascpiIn(folder) {
  const env = { ...process.env, ASCPI_HOME: folder, ASCPI_TODAY: TODAY, NO_COLOR: '1' };
  const run = (...args) => ({
    name: ['ascpi', ...args].join(' '),
    file: process.execPath,
    args: [binary, ...args],
    env,
  });
  return [
    run('remind', '--json'),
    run('remind'),
    { ...run('remind', '--check', '--json'), exits: [4] },
    run('candidates', '--json'),
  ];
}

/** The store of taskwarrior, one task a date. */
function taskwarrior(dates, folder) {
  if (!isThere('task')) return [];
  const data = join(folder, 'task');
  mkdirSync(data);
  const lines = dates.map(({ candidate, title, due }, index) => {
    const uuid = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const at = Date.parse(due) / 1000;
    return `[description:"${title}" due:"${at}" entry:"1797292800" modified:"1797292800" project:"${candidate}" status:"pending" uuid:"${uuid}"]\n`;
  });
  writeFileSync(join(data, 'pending.data'), lines.join(''));
  const rc = join(folder, 'taskrc');
  writeFileSync(rc, `data.location=${data}\nconfirmation=off\ngc=off\nverbose=nothing\n`);
  return [{ name: 'task export', file: 'task', args: ['export'], env: { ...process.env, TASKRC: rc, TASKDATA: data } }];
}

/** remind(1) says what is due on a day, each date from 60 days before. */
function remindFile(dates, folder) {
  if (!isThere('remind', ['-n', '/dev/null'])) return [];
  const file = join(folder, 'dates.rem');
  writeFileSync(
    file,
    dates.map(({ candidate, title, due }) => `REM ${due} +60 MSG ${candidate}: ${title} %b\n`).join(''),
  );
  return [{ name: 'remind -q', file: 'remind', args: ['-q', file, TODAY], env: process.env }];
}

function jsonFile(dates, folder) {
  if (!isThere('jq')) return [];
  const file = join(folder, 'dates.json');
  writeFileSync(file, JSON.stringify(dates));
  const until = dayOf(dayNumber + 60);
  const filter = `[.[] | select(.due <= "${until}")] | group_by(.candidate)`;
  return [{ name: 'jq group_by', file: 'jq', args: [filter, file], env: process.env }];
}

function writeStore(journeys, folder) {
  mkdirSync(join(folder, 'journeys'), { mode: 0o700 });
  for (const journey of journeys)
    writeFileSync(join(folder, 'journeys', `${journey.id}.json`), `${JSON.stringify(journey, null, 2)}\n`, {
      mode: 0o600,
    });
}

/** Every date that nothing has settled yet. */
function datesOf(journeys) {
  const rulebook = makeRulebook(dataOf('rules'), dataOf('calendars'));
  return journeys.flatMap((journey) =>
    timelineOf(journey, TODAY, rulebook)
      .dates.filter(({ state }) => state !== 'met')
      .map(({ title, date, latest }) => ({ candidate: journey.id, title, due: date ?? latest })),
  );
}

/** Somewhere on the way in the last ten months: waiting, admitted, booked, failed or nearly done. */
function journeyOf(number, random) {
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const facts = [];
  let day = dayNumber - between(1, 300);
  const add = (kind, more = {}) => {
    if (day > dayNumber) return;
    const id = `fact-${number}-${facts.length}`;
    facts.push({ id, at: `${dayOf(day)}T08:00:00Z`, by: 'bench', kind, on: dayOf(day), ...more });
  };
  add('eligibility', { route: 1 });
  day += between(1, 20);
  add('application');
  day += between(14, 60);
  add('admission');
  if (random() < 0.8) {
    day += between(1, 14);
    const wait = between(5, 60);
    add('schedule', { exam: dayOf(day + wait) });
    day += wait;
    const result = random() < 0.7 ? 'pass' : 'fail';
    add('exam', { result });
    day += between(2, 9);
    add('scores', { result });
    day += between(30, 60);
    if (result === 'pass') add('certificate');
  }
  const id = `c${String(number).padStart(6, '0')}`;
  const profile = { name: `Candidate ${number}`, credential: 'MLS(ASCPi)', country: 'PH', email: `${id}@example.org` };
  return { version: 1, id, revision: facts.length + 1, profile, facts };
}

function dayOf(number) {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
