// The clock of the wall is set a day forward or back, between commands and while a lock is held: nothing is lost, no lock is broken.
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { said, useWorker } from '../stores/processes.ts';
import { told } from './clients.ts';
import { needBuild } from './remind-process.ts';
import { temporaryHome, terminal } from './terminal.ts';

beforeAll(needBuild);
const worker = useWorker();

const begin = ['start', '--name', 'Maria', '--credential', 'MLS', '--id', 'maria'];
const note = (text: string) => ['candidates', 'note', 'maria', text];
const textsIn = (home: string): string[] =>
  JSON.parse(readFileSync(join(home, 'journeys', 'maria.json'), 'utf8')).facts.map(
    ({ text }: { text: string }) => text,
  );

test('between commands: everything is kept in the order in which it was recorded, and doctor tells of the clock', async () => {
  const home = temporaryHome();
  let count = 0;
  const on = (day: string) => {
    count += 1;
    return terminal({ home, day, ids: `run${count}` });
  };
  await on('2026-12-15').run(...begin);
  const days = ['2026-12-15', '2026-12-16', '2026-12-14', '2026-12-13', '2026-12-15'];
  for (const day of days) expect(await on(day).run(...note(day))).toMatchObject({ code: 0 });
  expect(textsIn(home)).toEqual(days);
  const before = readFileSync(join(home, 'journeys', 'maria.json'), 'utf8');
  const { findings } = (await on('2026-12-14').json('doctor', '--fix')) as unknown as {
    findings: { id: string; level: string; message: string }[];
  };
  const clock = findings.find(({ id }) => id === 'clock');
  expect(clock).toMatchObject({ level: 'warn', message: expect.stringContaining('2026-12-16') });
  expect(readFileSync(join(home, 'journeys', 'maria.json'), 'utf8')).toBe(before);
  // The last is the one that was recorded last, not the one with the latest day.
  expect(await on('2026-12-16').run('undo', '-c', 'maria')).toMatchObject({ code: 0 });
  const history = (await on('2026-12-17').json('history', '-c', 'maria')) as unknown as {
    entries: { undone: boolean }[];
  };
  expect(history.entries.map(({ undone }) => undone)).toEqual([false, false, false, false, true, false]);
});

/** Loaded into a process, it gives it another clock; Debian: faketime. */
const library = ['/usr/lib', '/usr/lib64']
  .flatMap((folder) => [folder, ...foldersIn(folder)])
  .map((folder) => join(folder, 'faketime', 'libfaketimeMT.so.1'))
  .find((path) => existsSync(path));

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

test.skipIf(library === undefined).each(['+1d', '-1d'])(
  'while a lock is held: a clock set %s breaks no lock of a sleeping holder, and the next saves when that one is gone',
  async (jump) => {
    const home = temporaryHome();
    expect(await terminal({ home }).run(...begin)).toMatchObject({ code: 0 });
    const holder = worker.start(['hold', home]);
    onTestFinished(() => void holder.kill('SIGKILL'));
    await said(holder, 'held');
    holder.kill('SIGSTOP');
    const lock = join(home, 'lock');
    const held = readFileSync(lock, 'utf8');

    const clock = join(dirname(home), 'clock');
    writeFileSync(clock, '+0\n');
    const env = {
      LD_PRELOAD: library ?? '',
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      // A step of the wall clock, as a time server makes it, leaves the clock that only runs forward alone.
      DONT_FAKE_MONOTONIC: '1',
    };
    const first = performance.now();
    const waiting = told(home, [note('waited'), note('after')], { env });
    await sleep(700);
    writeFileSync(clock, `${jump}\n`);
    utimesSync(lock, 1e9, 1e9);
    await sleep(700);
    expect(readFileSync(lock, 'utf8')).toBe(held);
    expect(textsIn(home)).toEqual([]);
    holder.kill('SIGKILL');
    const ends = await waiting;
    // Else it gave up by itself before the holder had gone.
    expect(performance.now() - first).toBeGreaterThan(1400);
    expect(ends.map(({ code, err }) => `${code} ${code === 0 ? '' : err}`)).toEqual(['0 ', '0 ']);
    expect(textsIn(home)).toEqual(['waited', 'after']);
    const days = JSON.parse(readFileSync(join(home, 'journeys', 'maria.json'), 'utf8')).facts.map(
      ({ at }: { at: string }) => Date.parse(at),
    );
    // So the clock had really been set.
    const off = Math.round((days[1] - Date.now()) / 86_400_000);
    expect(off).toBe(jump === '+1d' ? 1 : -1);
    expect(existsSync(lock)).toBe(false);
  },
);
