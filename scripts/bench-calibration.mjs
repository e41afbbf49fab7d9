// Measures how long calibrating over many generated journeys takes, all in memory: the pure part of `ascpi plan --calibration`.
//
//   npm run bench:calibration
//   npm run bench:calibration -- --journeys 50000
import { parseArgs } from 'node:util';
import { built, counted, dataOf, generator } from './measuring.mjs';

const RUNS = 5;
/** Milliseconds for 10,000 journeys. */
const LIMIT = 1000;

const { values } = parseArgs({ options: { journeys: { type: 'string', default: '10000' } } });
const size = counted('journeys', values.journeys);

const { calibrate, makeRulebook } = await built('domain/calibration', 'domain/rulebook');
const rules = [...dataOf('rules'), ...dataOf('assumptions')];
const random = generator(2026);
const journeys = Array.from({ length: size }, (_, number) => journeyOf(number));
const facts = journeys.reduce((sum, journey) => sum + journey.facts.length, 0);

const times = Array.from({ length: RUNS }, () => {
  // A rulebook remembers; each run begins without memory, as the command does.
  const rulebook = makeRulebook(rules, dataOf('calendars'));
  const start = performance.now();
  const rows = calibrate(journeys, '2026-12-15', rulebook);
  const time = performance.now() - start;
  return { time, rows };
});
for (const { id, n, open, observed, held, of } of times[0].rows) {
  console.log(
    `${id}: n ${n}, open ${open}, median ${observed?.median}, 80 % ${observed?.low}..${observed?.high}, held ${held} of ${of}`,
  );
}
const [first, ...others] = times.map(({ time }) => time);
const worst = Math.max(first, ...others);
console.log(
  `\n${size} journeys with ${facts} facts: first ${first.toFixed(0)} ms, then ${others.map((time) => time.toFixed(0)).join(', ')} ms`,
);
console.log(size === 10_000 ? `limit ${LIMIT} ms: ${worst <= LIMIT ? 'pass' : 'over'}` : `limit ${LIMIT} ms for 10000`);

/** Up to three attempts over three years; some lapse, some fail, many are under way. */
function journeyOf(number) {
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  let day = between(0, 1000);
  const facts = [];
  const add = (kind, more = {}) => {
    facts.push({ id: `fact-${facts.length}`, at: '2026-12-15T00:00:00Z', by: 'bench', kind, on: dayOf(day), ...more });
  };
  add('eligibility', { route: 1 });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    day += between(1, 20);
    add('application');
    day += between(14, 60);
    add('admission');
    if (random() < 0.1) {
      day += 120;
      continue;
    }
    const wait = between(5, 60);
    day += between(1, 14);
    add('schedule', { exam: dayOf(day + wait) });
    day += wait;
    const result = random() < 0.7 ? 'pass' : 'fail';
    add('exam', { result });
    day += between(2, 9);
    add('scores', { result });
    if (result === 'fail') continue;
    day += between(30, 60);
    add('certificate');
    break;
  }
  const profile = { name: `Candidate ${number}`, credential: 'MLS(ASCPi)' };
  return { version: 1, id: `bench-${number}`, revision: facts.length + 1, profile, facts };
}

function dayOf(number) {
  return new Date(Date.UTC(2024, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
}
