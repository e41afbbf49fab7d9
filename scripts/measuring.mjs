// What the benchmarks share: seeded chance, runs in turn, medians with their quartiles, and the machine they were made on.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
export const binary = join(root, 'bin', 'ascpi.js');

/** Mulberry32: numbers from 0 to 1, the same on every machine. */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fails unless it is a whole number from 1. */
export function counted(option, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${option} ${text}: a whole number from 1 is needed`);
  return number;
}

/** Milliseconds. Fails if the program does; `exits` are the codes of success. */
export function timed({ file, args, env, cwd, exits = [0] }) {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(file, args, {
    env,
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const time = performance.now() - start;
  if (!exits.includes(status))
    throw new Error(`${file} ${args.join(' ')}: ${error?.message ?? `exit code ${status}`}\n${stderr}`);
  return time;
}

/**
 * The sorted times of each, run turn about, so that none always runs in the wake of the same other. What `prepare` does
 * before a run does not count.
 */
export function inTurn(contenders, runs, warmUps = 1) {
  const times = contenders.map(() => []);
  for (let run = -warmUps; run < runs; run += 1) {
    const order = [...contenders.keys()];
    for (const index of run % 2 === 0 ? order : order.reverse()) {
      contenders[index].prepare?.();
      const time = timed(contenders[index]);
      if (run >= 0) times[index].push(time);
    }
  }
  return times.map((each) => each.sort((a, b) => a - b));
}

/** Of sorted numbers, between the two nearest. */
export function quantile(sorted, part) {
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place % 1);
}

export const median = (sorted) => quantile(sorted, 0.5);

/** `0.52 s (0.50–0.61)` of sorted milliseconds: the median and the quartiles. */
export function inSeconds(sorted) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => (quantile(sorted, part) / 1000).toFixed(2));
  return `${middle} s (${low}–${high})`;
}

/** The same in milliseconds. */
export function inMilliseconds(sorted) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(sorted, part).toFixed(1));
  return `${middle} ms (${low}–${high})`;
}

export const load = () => loadavg()[0].toFixed(1);

export function machine() {
  const [{ model = 'unknown processor' } = {}] = cpus();
  return `${model.trim()}, ${cpus().length} cores, ${process.platform} ${process.arch}`;
}

export function isThere(file, args = ['--version']) {
  return spawnSync(file, args, { stdio: 'ignore' }).error === undefined;
}

/** The files of a folder of data/. */
export function dataOf(folder) {
  return readdirSync(join(root, 'data', folder)).map((name) =>
    JSON.parse(readFileSync(join(root, 'data', folder, name), 'utf8')),
  );
}

/** What these files of src/ export, as the program runs them: bundled, without types. */
export async function built(...paths) {
  const entry = '\0bench';
  const source = paths.map((path) => `export * from ${JSON.stringify(join(root, 'src', `${path}.ts`))};`);
  const plugin = {
    name: 'bench',
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? source.join('\n') : null),
  };
  const bundle = await rolldown({ input: entry, plugins: [plugin], platform: 'node' });
  const { output } = await bundle.generate({ format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
