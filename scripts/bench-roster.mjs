// Measures long lists among many generated candidates: `ascpi remind` and `candidates`, and what taskwarrior, remind(1), jq and
// khal take for the same dates; and `done` in a large roster against a small one. Builds nothing. Programs that are not there
// are left out.
//
//   npm run bench:roster
//   npm run bench:roster -- --sizes 1000,10000,100000 --runs 5
//
// Everybody has been reminded up to the day before, as where `remind --send` runs each day. `--fresh` leaves that out: then
// nearly everybody is due at once.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  load,
  machine,
  median,
} from './measuring.mjs';

const TODAY = '2026-12-15';
const DAY_MS = 86_400_000;
const dayNumber = Date.parse(TODAY) / DAY_MS;
const [YESTERDAY, TOMORROW] = [-1, 1].map((days) => dayOf(dayNumber + days));
/** It reads each file of its calendar again: with more it takes minutes. */
const MOST_FOR_KHAL = 10_000;
const FEW = 10;

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '7' },
    fresh: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map((size) => counted('sizes', size));
const runs = counted('runs', values.runs);

const { timelineOf, makeRulebook, remindersOf, keyOf, sealed } = await built(
  'domain/timeline',
  'domain/rulebook',
  'domain/reminder',
  'domain/reminder-ledger',
  'stores/checksum',
);
const rulebook = makeRulebook(dataOf('rules'), dataOf('calendars'));
const hook = mkdtempSync(join(tmpdir(), 'ascpi-bench-'));
const memoryHook = join(hook, 'memory.cjs');
// On Linux the largest in use counts what the parent held when it began; what is mapped by the program itself does not.
writeFileSync(
  memoryHook,
  `const fs = require('node:fs');
   const own = () => Number(/VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]);
   const most = process.platform === 'linux' ? own : () => process.resourceUsage().maxRSS;
   process.on('exit', () => fs.writeFileSync(process.env.BENCH_MEMORY, String(most())));`,
);

console.log(`Medians of ${runs} interleaved runs as of ${TODAY}, quartiles in brackets; memory is the largest in use.`);
console.log(`${machine()}, Node ${process.versions.node}, load ${load()} when it began.\n`);
console.log('| candidates | open dates | command | time | × `node -e 0` | × `task export` | memory |');
console.log('|---|---|---|---|---|---|---|');
try {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'ascpi-bench-'));
    try {
      for (const row of measure(size, folder)) console.log(row);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
} finally {
  rmSync(hook, { recursive: true, force: true });
}

/** The rows of one size. */
function measure(size, folder) {
  const home = join(folder, 'large');
  const dates = writeStore(size, home);
  writeStore(FEW, join(folder, 'small'));
  // What changed less than two seconds ago is not kept.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
  const contenders = [
    { name: 'node -e 0', file: process.execPath, args: ['-e', '0'], env: process.env },
    ...listsOf(home),
    ...[taskwarrior, remindFile, jsonFile, ...(size <= MOST_FOR_KHAL ? [calendar] : [])].flatMap((make) =>
      make(dates, folder),
    ),
    recording(home, size),
    recording(join(folder, 'small'), FEW),
  ];
  const times = inTurn(contenders, runs);
  const against = (name, index) => {
    const base = times[contenders.findIndex((each) => each.name === name)];
    return base ? (median(times[index]) / median(base)).toFixed(2) : '';
  };
  return contenders.map((contender, index) => {
    const cells = [size, dates.length, `\`${contender.name}\`${contender.when ?? ''}`, inSeconds(times[index])];
    return `| ${[...cells, against('node -e 0', index), against('task export', index), memoryOf(contender)].join(' | ')} |`;
  });
}

function listsOf(home) {
  const cache = join(home, 'roster.cache');
  const kept = join(home, '..', 'kept.cache');
  const { file, args, env } = ascpi(home, ['candidates']);
  spawnSync(file, args, { env, stdio: 'ignore' });
  copyFileSync(cache, kept);
  // Each begins with what an earlier run of the day has kept.
  const run = (...words) => ({ ...ascpi(home, words), prepare: () => copyFileSync(kept, cache) });
  return [
    run('remind'),
    run('remind', '--json'),
    { ...run('remind', '--check', '--json'), exits: [0, 4] },
    run('candidates'),
    run('candidates', '--json'),
    { ...run('remind', '--json', '--today', TOMORROW), when: ', for the first time on the next day' },
    { ...run('remind', '--json'), when: ', with nothing kept', prepare: () => rmSync(cache, { force: true }) },
  ];
}

function ascpi(home, words) {
  const env = { ...process.env, ASCPI_HOME: home, ASCPI_TODAY: TODAY, NO_COLOR: '1' };
  return { name: ['ascpi', ...words].join(' '), file: process.execPath, args: [binary, ...words], env };
}

/** A step of one candidate is recorded again, each time with another day. */
function recording(home, size) {
  let exam = dayNumber + 30;
  const contender = ascpi(home, []);
  const next = () => {
    exam += 1;
    contender.args = [binary, 'done', 'schedule', '-c', 'admitted', '--exam', dayOf(exam), '--force'];
  };
  next();
  return Object.assign(contender, { name: 'ascpi done schedule -c …', when: ` on one of ${size}`, prepare: next });
}

/** Kilobytes that it takes at most, as it says itself; only of programs that run on Node. */
function memoryOf({ file, args, env, prepare }) {
  if (file !== process.execPath) return '';
  const result = join(hook, 'memory');
  prepare?.();
  spawnSync(file, ['--require', memoryHook, ...args], { env: { ...env, BENCH_MEMORY: result }, stdio: 'ignore' });
  return `${Math.round(Number(readFileSync(result, 'utf8')) / 1000)} MB`;
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

/** khal lists the same two months, from a calendar of one file an event. */
function calendar(dates, folder) {
  if (!isThere('khal')) return [];
  const events = join(folder, 'events');
  mkdirSync(events);
  dates.forEach(({ candidate, title, due }, index) => {
    const day = due.replaceAll('-', '');
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:bench',
      'BEGIN:VEVENT',
      `UID:${index}`,
      `DTSTAMP:${day}T000000Z`,
    ];
    lines.push(`DTSTART;VALUE=DATE:${day}`, `SUMMARY:${candidate}: ${title}`, 'END:VEVENT', 'END:VCALENDAR', '');
    writeFileSync(join(events, `${index}.ics`), lines.join('\r\n'));
  });
  const config = join(folder, 'khal.conf');
  const parts = [
    '[calendars]',
    '[[bench]]',
    `path = ${events}`,
    '[sqlite]',
    `path = ${join(folder, 'khal.db')}`,
    '[locale]',
  ];
  const formats = ['timeformat = %H:%M', 'dateformat = %Y-%m-%d', 'longdateformat = %Y-%m-%d'];
  writeFileSync(
    config,
    [...parts, ...formats, 'datetimeformat = %Y-%m-%d %H:%M', 'longdatetimeformat = %Y-%m-%d %H:%M', ''].join('\n'),
  );
  return [{ name: 'khal list', file: 'khal', args: ['-c', config, 'list', TODAY, '60d'], env: process.env }];
}

/** Writes the journeys as the program does, and gives every date that nothing has settled yet. */
function writeStore(size, home) {
  const random = generator(2026);
  mkdirSync(join(home, 'journeys'), { recursive: true, mode: 0o700 });
  const write = (journey) =>
    writeFileSync(join(home, 'journeys', `${journey.id}.json`), sealed(`${JSON.stringify(journey, null, 2)}\n`), {
      mode: 0o600,
    });
  write(admitted());
  return Array.from({ length: size - 1 }, (_, number) => {
    const journey = journeyOf(number, random);
    write(values.fresh ? journey : reminded(journey));
    return timelineOf(journey, TODAY, rulebook)
      .dates.filter(({ state }) => state !== 'met')
      .map(({ title, date, latest }) => ({ candidate: journey.id, title, due: date ?? latest }));
  }).flat();
}

function admitted() {
  const on = dayOf(dayNumber - 20);
  const fact = { id: 'fact-admitted', at: `${on}T08:00:00Z`, by: 'bench', kind: 'admission', on };
  const profile = { name: 'Maria Santos', credential: 'MLS(ASCPi)', country: 'PH' };
  return { version: 1, id: 'admitted', revision: 2, profile, facts: [fact] };
}

/** With the last reminder of each date up to yesterday sent. */
function reminded(journey) {
  const sent = remindersOf(journey, YESTERDAY, rulebook).map((reminder, index) => {
    const { date, due, rung, on } = reminder;
    const common = { id: `sent-${index}`, at: `${on}T08:00:00Z`, by: 'bench', kind: 'reminder', on };
    return { ...common, key: keyOf(reminder, 'eml'), date, due, rung, channel: 'eml', state: 'sent' };
  });
  return { ...journey, revision: journey.revision + 1, facts: [...journey.facts, ...sent] };
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
