// Measures how long calibrating over many generated journeys takes, all in memory: the pure part of `ascpi plan --calibration`.
//
//   npm run bench:calibration
//   npm run bench:calibration -- --journeys 50000
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const RUNS = 5;
/** Milliseconds for 10,000 journeys. */
const LIMIT = 1000;

const { values } = parseArgs({ options: { journeys: { type: 'string', default: '10000' } } });
const size = Number(values.journeys);
if (!Number.isInteger(size) || size < 1)
  throw new Error(`--journeys ${values.journeys}: a whole number from 1 is needed`);

const { calibrate, makeRulebook } = await built();
const files = (folder) =>
  readdirSync(join(root, 'data', folder)).map((name) =>
    JSON.parse(readFileSync(join(root, 'data', folder, name), 'utf8')),
  );
const rules = [...files('rules'), ...files('assumptions')];
const random = generator(2026);
const journeys = Array.from({ length: size }, (_, number) => journeyOf(number));
const facts = journeys.reduce((sum, journey) => sum + journey.facts.length, 0);

const times = Array.from({ length: RUNS }, () => {
  // A rulebook remembers; each run begins without memory, as the command does.
  const rulebook = makeRulebook(rules, files('calendars'));
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

/** The domain as the program runs it: bundled, without types. */
async function built() {
  const entry = '\0bench';
  const source = ['calibration', 'rulebook'].map(
    (name) => `export * from ${JSON.stringify(join(root, `src/domain/${name}.ts`))};`,
  );
  const plugin = {
    name: 'bench',
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? source.join('\n') : null),
  };
  const bundle = await rolldown({ input: entry, plugins: [plugin], platform: 'node' });
  const { output } = await bundle.generate({ format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}

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

/** Mulberry32: the same journeys on every machine. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
