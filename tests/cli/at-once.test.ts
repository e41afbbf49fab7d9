// Eight processes at one store, fifty mixed commands each: whatever a command said is there, and whatever it refused is not.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { newHolder } from '../../src/stores/lock-holder.ts';
import { said, useWorker } from '../stores/processes.ts';
import { type Told, told } from './clients.ts';
import { needBuild } from './remind-process.ts';
import { temporaryHome, terminal } from './terminal.ts';

beforeAll(needBuild);
const worker = useWorker();

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const COMMANDS = 50;
const SHARED = ['shared-0', 'shared-1', 'shared-2', 'shared-3', 'shared-4'];

const day = (at: number): string => String(1 + (at % 28)).padStart(2, '0');

/** One command of a process, about a journey that all share or about candidates of its own. */
type Make = (mine: string, who: string, at: number, files: string) => readonly string[];

const recording: readonly Make[] = [
  (mine, who) => ['candidates', 'note', who, `note ${mine}`],
  (_mine, who) => ['check', 'one-account', '-c', who],
  (mine, who) => ['candidates', 'tag', `t-${mine}`, who],
  (_mine, who) => ['undo', '-c', who],
  (_mine, who) => ['redo', '-c', who],
  (_mine, who, at) => ['done', 'eligibility', '--route', '1', '--on', `2026-09-${day(at)}`, '-c', who],
  (mine, who) => ['candidates', 'edit', who, '--owner', `owner ${mine}`],
  // Each its own day: what stands already is not recorded again.
  (mine, who, at) => [
    'remind',
    'snooze',
    who,
    'book-by',
    '--until',
    `2027-0${NAMES.indexOf(mine.charAt(0)) + 1}-${day(at)}`,
  ],
];
const others: readonly Make[] = [
  (mine) => ['start', '--name', `Nina ${mine}`, '--credential', 'MLS', '--id', mine],
  (mine, _who, _at, files) => ['candidates', 'import', join(files, `${mine}.csv`)],
  () => ['doctor', '--check'],
  (mine, _who, _at, files) => ['backup', '-o', join(files, `${mine}.json`)],
  (mine, _who, at) => ['candidates', 'remove', mine.replace(/\d+$/, String(at - 4)), '--yes'],
];

/** In turn; an odd number of both kinds, so that each process comes to each journey with each command. */
function commandsOf(name: string, files: string): (readonly string[])[] {
  return Array.from({ length: COMMANDS }, (_, at) => {
    const mine = `${name}-${at}`;
    const who = SHARED[(Math.floor(at / 2) * 3 + name.charCodeAt(0)) % SHARED.length] ?? '';
    const roster = `id,name\n${mine}-a,Lea ${mine}\n${mine}-b,Tom ${mine}\n`;
    const isOther = at % 10 >= 5;
    const make = isOther ? others[at % 5] : recording[at % recording.length];
    if (isOther && at % 5 === 1) writeFileSync(join(files, `${mine}.csv`), roster);
    return make?.(mine, who, at, files) ?? [];
  });
}

const kindOf = ({ words: [first = '', second = ''] }: Told): string =>
  ['candidates', 'remind'].includes(first) ? second : first;

/** What only this command could have put there. */
function markOf(each: Told): string | undefined {
  const kind = kindOf(each);
  return ['note', 'tag', 'edit'].includes(kind) ? each.words[kind === 'tag' ? 2 : each.words.length - 1] : undefined;
}

test('eight processes with fifty commands each lose nothing', async () => {
  const home = temporaryHome();
  const where = terminal({ home });
  const files = join(dirname(home), 'files');
  mkdirSync(files);
  for (const id of SHARED) {
    const began = await where.run('start', '--name', `Someone ${id}`, '--credential', 'MLS', '--id', id);
    expect(began.code, began.err).toBe(0);
  }
  const runs = await Promise.all(NAMES.map((name) => told(home, commandsOf(name, files))));
  const all = runs.flat();
  expect(all).toHaveLength(NAMES.length * COMMANDS);
  // Refused is what there is nothing to take back for; one that waited too long says so.
  expect(all.filter((each) => ![0, 6].includes(each.code) && !['undo', 'redo'].includes(kindOf(each)))).toEqual([]);
  expect(all.filter(({ code }) => code === 0).length).toBeGreaterThan(all.length * 0.8);

  for (const id of SHARED) {
    const { facts } = JSON.parse(readFileSync(join(home, 'journeys', `${id}.json`), 'utf8')) as { facts: object[] };
    const of = all.filter(({ words }) => words.includes(id));
    // Each of them records one fact.
    expect(facts, id).toHaveLength(of.filter(({ code }) => code === 0).length);
    const texts = facts.map((fact) => JSON.stringify(fact));
    for (const each of of) {
      const mark = markOf(each);
      if (mark === undefined) continue;
      const isThere = texts.some((text) => text.includes(JSON.stringify(mark)));
      expect(isThere, each.words.join(' ')).toBe(each.code === 0);
    }
  }

  const done = (kind: string) => all.filter((each) => kindOf(each) === kind && each.code === 0);
  const removed = done('remove').map(({ words }) => words[2] ?? '');
  expect(removed.length).toBeGreaterThan(10);
  const begun = done('start').map(({ words }) => words.at(-1) ?? '');
  const imported = done('import').flatMap(({ words }) => {
    const name = words[2]?.split('/').at(-1)?.replace('.csv', '');
    return [`${name}-a`, `${name}-b`];
  });
  const kept = [...SHARED, ...begun, ...imported].filter((id) => !removed.includes(id));
  const { candidates } = (await where.json('candidates')) as unknown as { candidates: { id: string }[] };
  expect(candidates.map(({ id }) => id).sort()).toEqual(kept.sort());

  for (const { words } of done('backup')) {
    const restored = await terminal().run('restore', words[2] ?? '', '--dry-run');
    expect(restored.code, restored.err).toBe(0);
  }
  const doctor = await where.run('doctor', '--check');
  expect(doctor).toMatchObject({ code: 0, out: expect.stringMatching(/^All is well/) });
  expect(readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tmp$|lock/.test(name))).toEqual(
    [],
  );
}, 120_000);

const noted = ['candidates', 'note', 'maria', 'x'];
const begin = ['start', '--name', 'Maria', '--credential', 'MLS', '--id', 'maria'];

/** Each makes a lock in a home that may be held, and says by whom. */
const holders: readonly (readonly [what: string, hold: (home: string) => Promise<RegExp>])[] = [
  [
    'a process that sleeps',
    async (home) => {
      const child = worker.start(['hold', home]);
      onTestFinished(() => void child.kill('SIGKILL'));
      await said(child, 'held');
      child.kill('SIGSTOP');
      return new RegExp(`process ${child.pid} on .* has held the lock`);
    },
  ],
  [
    'another machine',
    async (home) => {
      writeFileSync(join(home, 'lock'), JSON.stringify({ ...newHolder(), pid: 2 ** 30, host: 'elsewhere' }));
      return /on elsewhere has held the lock .*Nothing was saved.*remove it: rm -f/;
    },
  ],
];

test.each(holders)('who waits in vain for %s is told so, exits 6, and saves nothing', async (_, hold) => {
  const home = temporaryHome();
  await terminal({ home }).run(...begin);
  const message = await hold(home);
  const lock = readFileSync(join(home, 'lock'), 'utf8');
  const journey = readFileSync(join(home, 'journeys', 'maria.json'), 'utf8');
  // Reading waits for nobody.
  const [status, note] = await told(home, [['status', '-c', 'maria'], noted]);
  expect(status).toMatchObject({ code: 0, err: '' });
  expect(note).toMatchObject({ code: 6, out: '', err: expect.stringMatching(message) });
  expect(readFileSync(join(home, 'lock'), 'utf8')).toBe(lock);
  expect(readFileSync(join(home, 'journeys', 'maria.json'), 'utf8')).toBe(journey);
});
