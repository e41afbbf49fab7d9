// The lock: held by one at a time, broken only when its holder is surely dead, and never by the clock.
import { spawn } from 'node:child_process';
import fs, {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withLock } from '../../src/stores/lock.ts';
import { breakDead, clearDead } from '../../src/stores/lock-file.ts';
import { type Holder, newHolder, readLock } from '../../src/stores/lock-holder.ts';
import { asNobody, ended, NOBODY, said, unreachable, useWorker } from './processes.ts';
import { tempFolder } from './temp-folder.ts';

const worker = useWorker();

const isLinux = process.platform === 'linux';
const SHORT = 300;
/** ids of processes are far below this everywhere */
const NO_PROCESS = 2 ** 30;

function lockHeldBy(change: Partial<Holder> | string): string {
  const path = join(tempFolder(), 'lock');
  writeFileSync(
    path,
    typeof change === 'string' ? change : JSON.stringify({ ...newHolder(), nonce: 'other', ...change }),
  );
  return path;
}

async function millisecondsToTake(path: string): Promise<number> {
  const start = performance.now();
  await withLock(path, () => {}, 5000);
  return performance.now() - start;
}

async function startHolder(home: string) {
  const child = worker.start(['hold', home]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await said(child, 'held');
  return child;
}

describe('a lock', () => {
  it('is held while the work is done, let go after it, and leaves nothing', async () => {
    const path = join(tempFolder(), 'lock');
    const answer = await withLock(path, () => {
      expect(readLock(path)?.holder?.pid).toBe(process.pid);
      return 42;
    });
    expect(answer).toBe(42);
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('is let go when the work fails', async () => {
    const path = join(tempFolder(), 'lock');
    const work = () => Promise.reject(new Error('no luck'));
    await expect(withLock(path, work)).rejects.toThrow('no luck');
    expect(existsSync(path)).toBe(false);
  });

  it('keeps the works of one process apart too', async () => {
    const path = join(tempFolder(), 'lock');
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await sleep(3);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => withLock(path, work)));
  });

  it('is not removed when another took it over', async () => {
    const path = join(tempFolder(), 'lock');
    await withLock(path, () => writeFileSync(path, JSON.stringify({ ...newHolder(), nonce: 'other' })));
    expect(readLock(path)?.holder?.nonce).toBe('other');
  });

  it('works where files have no second names', async () => {
    const home = tempFolder();
    const env = { FAULT_NO_LINKS: '1' };
    await worker.run(['begin', home, 'maria'], { env });
    const runs = ['aa', 'bb', 'cc', 'dd'].map((tag) => worker.run(['append', home, 'maria', tag, '10'], { env }));
    for (const run of await Promise.all(runs)) expect(run).toMatchObject({ code: 0 });
    expect(await worker.run(['load', home, 'maria'])).toMatchObject({ answer: { revision: 41 } });
  });

  it('in a folder that is not there fails with the path', async () => {
    const path = join(tempFolder(), 'none', 'lock');
    await expect(withLock(path, () => {})).rejects.toMatchObject({
      kind: 'machine',
      message: `can't write "${path}": its folder is not there`,
    });
  });
});

describe('the lock of a dead holder is broken at once', () => {
  it.each<[string, Partial<Holder>]>([
    ['whose process is gone', { pid: NO_PROCESS }],
    ...(isLinux ? [['whose pid another process has now', { start: '1' }] as [string, Partial<Holder>]] : []),
  ])('%s', async (_, change) => {
    expect(await millisecondsToTake(lockHeldBy(change))).toBeLessThan(1000);
  });

  it('killed in the middle', async () => {
    const home = tempFolder();
    const child = await startHolder(home);
    child.kill('SIGKILL');
    await ended(child);
    expect(readLock(join(home, 'lock'))?.holder?.pid).toBe(child.pid);
    expect(await millisecondsToTake(join(home, 'lock'))).toBeLessThan(1000);
  });

  it.skipIf(!isLinux)('that is a zombie, which its parent never asked for', async () => {
    const home = tempFolder();
    // The shell becomes a program that waits for no child.
    const shell = '"$0" "$@" & exec sleep 60';
    const parent = spawn('bash', ['-c', shell, process.execPath, worker.path, 'hold', home], { stdio: 'pipe' });
    onTestFinished(() => void parent.kill('SIGKILL'));
    await said(parent, 'held');
    const pid = readLock(join(home, 'lock'))?.holder?.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) await sleep(5);
    expect(() => process.kill(pid, 0)).not.toThrow();
    expect(await millisecondsToTake(join(home, 'lock'))).toBeLessThan(1000);
  });

  it('also when one died while breaking it', async () => {
    const path = lockHeldBy({ pid: NO_PROCESS });
    writeFileSync(`${path}.break`, JSON.stringify({ ...newHolder(), pid: NO_PROCESS, nonce: 'guard' }));
    expect(await millisecondsToTake(path)).toBeLessThan(1000);
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('by many at once, and only one at a time goes in', async () => {
    const home = tempFolder();
    await worker.run(['begin', home, 'maria']);
    writeFileSync(join(home, 'lock'), JSON.stringify({ ...newHolder(), pid: NO_PROCESS }));
    const runs = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff'].map((tag) => worker.run(['append', home, 'maria', tag]));
    for (const run of await Promise.all(runs)) expect(run).toMatchObject({ code: 0 });
    expect(await worker.run(['load', home, 'maria'])).toMatchObject({ answer: { revision: 7 } });
  });

  it('but not if it was replaced since it was looked at', () => {
    const path = lockHeldBy({ nonce: 'new' });
    breakDead(path, { ...newHolder(), pid: NO_PROCESS, nonce: 'old' });
    expect(readLock(path)?.holder?.nonce).toBe('new');
    expect(readdirSync(join(path, '..'))).toEqual(['lock']);
  });
});

it('a guard replaced at the moment it is removed is put back', () => {
  const path = lockHeldBy({ pid: NO_PROCESS });
  const { renameSync } = fs;
  onTestFinished(() => {
    fs.renameSync = renameSync;
    syncBuiltinESMExports();
  });
  fs.renameSync = (from, to) => {
    writeFileSync(from, JSON.stringify({ ...newHolder(), nonce: 'new' }));
    renameSync(from, to);
  };
  syncBuiltinESMExports();
  clearDead(path);
  expect(readLock(path)?.holder?.nonce).toBe('new');
  expect(readdirSync(join(path, '..'))).toEqual(['lock']);
});

describe('a lock that may be held is left alone, and its holder named', () => {
  const refused = (path: string) => withLock(path, () => expect.unreachable(), SHORT);

  it('by a living process, even a stopped one, and even if it looks old', async () => {
    const home = tempFolder();
    const path = join(home, 'lock');
    const child = await startHolder(home);
    child.kill('SIGSTOP');
    utimesSync(path, 1e9, 1e9);
    await expect(refused(path)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(
        `^process ${child.pid} on .+ has held the lock ".+" since 2001-09-09T01:46:40.000Z$`,
      ),
      hint: `Nothing was saved. Wait for process ${child.pid} to end, or end it, then run this again`,
    });
    expect(readLock(path)?.holder?.pid).toBe(child.pid);
  });

  it.each<[string, Partial<Holder>]>([
    ['on another host', { host: 'elsewhere', pid: NO_PROCESS }],
    ['in another container of this host', { space: 'pid:[1]', pid: NO_PROCESS }],
  ])('%s', async (_, change) => {
    const path = lockHeldBy(change);
    const { host } = readLock(path)?.holder ?? {};
    await expect(refused(path)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(`process ${NO_PROCESS} on ${host} has held`),
      hint: `Nothing was saved. If no ascpi is running there, remove it: rm -f "${path}" "${path}.break"`,
    });
    expect(readLock(path)?.holder?.nonce).toBe('other');
  });

  it.each(['', 'null', '{"pid":1}', '{"pid":-1,"start":null,"host":"x","space":null,"nonce":"x"}', '\0\0'])(
    'by nobody knows whom: %j',
    async (text) => {
      const path = lockHeldBy(text);
      await expect(refused(path)).rejects.toMatchObject({ kind: 'conflict', hint: expect.stringContaining('rm -f') });
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  it('by what is not a file at all', async () => {
    const folder = join(tempFolder(), 'lock');
    mkdirSync(folder);
    await expect(refused(folder)).rejects.toMatchObject({ kind: 'conflict' });
    const link = join(tempFolder(), 'lock');
    symlinkSync('nowhere', link);
    await expect(refused(link)).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('with a host name that would harm a terminal', async () => {
    await expect(refused(lockHeldBy({ host: '\u001b[31mred' }))).rejects.toThrow('on \\u001b[31mred has held');
  });
});

it.skipIf(!isLinux || unreachable)(
  'a process of another account counts as alive, though it can’t be asked',
  async () => {
    const home = tempFolder();
    if (NOBODY !== undefined) chownSync(home, NOBODY, NOBODY);
    const init = readFileSync('/proc/1/stat', 'utf8');
    const start = init.slice(init.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    const lock = join(home, 'lock');
    writeFileSync(lock, JSON.stringify({ ...newHolder(), pid: 1, start }));
    chmodSync(lock, 0o644);
    const failure = { kind: 'conflict', hint: expect.stringContaining('Wait for process 1 to end') };
    expect(await worker.run(['take', home, '100'], asNobody)).toMatchObject({ code: 1, failure });
    writeFileSync(lock, JSON.stringify({ ...newHolder(), pid: 1, start: '1' }));
    expect(await worker.run(['take', home, '100'], asNobody)).toMatchObject({ code: 0, answer: 'taken' });
  },
);
