// Real faults of real disks: too small, full, read-only, cut off in the middle. The old file is always whole.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, linkSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { writeDurably } from '../../src/stores/durable-write.ts';
import { asNobody, NOBODY, unreachable, useWorker } from './processes.ts';
import { contentsOf, filesIn, modeOf, tempFolder } from './temp-folder.ts';

const worker = useWorker();

const isLinux = process.platform === 'linux';

describe('a write that works', () => {
  it('replaces the file, private whatever the umask says, and keeps the one before', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.json');
    const keepPrevious = join(folder, 'before.json');
    for (const text of ['one', 'two', 'three']) writeDurably(path, text, { keepPrevious });
    expect(contentsOf(folder)).toEqual({ 'a.json': 'three', 'before.json': 'two' });
    expect([modeOf(path), modeOf(keepPrevious)]).toEqual(['600', '600']);
    writeDurably(path, 'four', { mode: 0o644 });
    expect(modeOf(path)).toBe('644');
  });

  it('leaves no file behind where a crash had left one file under both names', () => {
    const folder = tempFolder();
    const [path, keepPrevious] = [join(folder, 'a.json'), join(folder, 'before.json')];
    writeDurably(path, 'one');
    linkSync(path, keepPrevious);
    writeDurably(path, 'two', { keepPrevious });
    expect(contentsOf(folder)).toEqual({ 'a.json': 'two', 'before.json': 'one' });
  });

  it('writes through a link and leaves it one', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'far'));
    writeFileSync(join(folder, 'far', 'real.json'), 'old');
    symlinkSync(join('far', 'real.json'), join(folder, 'link.json'));
    writeDurably(join(folder, 'link.json'), 'new', { keepPrevious: join(folder, 'before.json') });
    expect(readFileSync(join(folder, 'far', 'real.json'), 'utf8')).toBe('new');
    expect(contentsOf(folder)).toEqual({ 'before.json': 'old', 'far/real.json': 'new', 'link.json': 'new' });
  });

  it.skipIf(!isLinux)('copies the previous version where no link reaches', () => {
    const here = tempFolder();
    const there = join('/dev/shm', `ascpi-${process.pid}`);
    mkdirSync(there, { recursive: true });
    try {
      expect(statSync(there).dev).not.toBe(statSync(here).dev);
      writeDurably(join(here, 'a.json'), 'one');
      writeDurably(join(here, 'a.json'), 'two', { keepPrevious: join(there, 'a.json') });
      expect([contentsOf(here), contentsOf(there)]).toEqual([{ 'a.json': 'two' }, { 'a.json': 'one' }]);
      expect(modeOf(join(there, 'a.json'))).toBe('600');
    } finally {
      execFileSync('rm', ['-r', there]);
    }
  });

  it('goes on when the disk takes a few bytes at a time', async () => {
    const folder = tempFolder();
    expect(await worker.run(['begin', folder, 'maria'], { env: { FAULT_SHORT_WRITES: '1' } })).toMatchObject({
      code: 0,
    });
    expect(await worker.run(['load', folder, 'maria'])).toMatchObject({ answer: { id: 'maria' } });
  });
});

describe('a file larger than the limit', () => {
  // From well inside to well outside, in steps around the limit of 8 KB.
  it.each([8000, 8191, 8192, 8193, 8200, 9000, 70_000])('of %i bytes is written whole or not at all', async (size) => {
    const path = join(tempFolder(), 'a.json');
    writeFileSync(path, 'old');
    const { code, signal, failure } = await worker.run(['write', path, String(size)], { shell: 'ulimit -f 8' });
    const fits = size <= 8192;
    expect({ code, signal }).toEqual({ code: fits ? 0 : 1, signal: null });
    expect(contentsOf(join(path, '..'))).toEqual({ 'a.json': fits ? 'x'.repeat(size) : 'old' });
    if (fits) return;
    expect(failure?.kind).toBe('machine');
    expect(failure?.message).toBe(`can't write "${path}": it would be larger than files may be here`);
    expect(failure?.hint).toContain('Free some space');
  });

  it('fails a save and leaves journey, previous version and folder as they were', async () => {
    const folder = tempFolder();
    await worker.run(['begin', folder, 'maria']);
    await worker.run(['append', folder, 'maria', 'tag', '2']);
    const before = contentsOf(folder);
    const { code, failure } = await worker.run(['grow', folder, 'maria', '50000'], { shell: 'ulimit -f 8' });
    expect({ code, kind: failure?.kind }).toEqual({ code: 1, kind: 'machine' });
    expect(contentsOf(folder)).toEqual(before);
    expect(await worker.run(['grow', folder, 'maria', '50000'])).toMatchObject({ code: 0 });
  });
});

describe('a full disk', () => {
  const script = (fill: string, folder: string) => `
    set -e; mount -t tmpfs -o size=256k tmpfs ${folder}
    node() { "${process.execPath}" "${worker.path}" "$@"; }
    sums() { (cd ${folder}/home; find . -type f | sort | xargs md5sum; find . -name '.*.tmp'); }
    node begin ${folder}/home maria >&2; node append ${folder}/home maria tag 2 >&2
    ${fill}
    before=$(sums); node grow ${folder}/home maria 60000 || echo "code $?"; after=$(sums)
    [ "$before" = "$after" ] && echo intact || { echo "$before"; echo "$after"; }
    node load ${folder}/home maria | grep -q '"revision":3' && echo readable
    rm ${folder}/filler; node grow ${folder}/home maria 60000 >&2 && echo recovered`;

  function runFull(context: TestContext, fill: (folder: string) => string): string {
    const probe = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', tempFolder()]);
    if (probe.status !== 0) context.skip('this account may not mount a small disk');
    const folder = tempFolder();
    return spawnSync('unshare', ['-rm', 'bash', '-c', script(fill(folder), folder)], { encoding: 'utf8' }).stdout;
  }

  it('leaves all as it was when the journey no longer fits', (context) => {
    const out = runFull(context, (folder) => `head -c 200000 /dev/zero > ${folder}/filler`);
    expect(out).toMatch(/can't write \\?".*\/home\/journeys\/maria\.json\\?": the disk is full/);
    expect(out).toMatch(/code 1\nintact\nreadable\nrecovered\n$/);
  });

  it('leaves all as it was when not even the lock fits', (context) => {
    const out = runFull(context, (folder) => `cat /dev/zero > ${folder}/filler 2>&- || true`);
    expect(out).toMatch(/can't write \\?".*\/home\/lock\\?": the disk is full/);
    expect(out).toMatch(/code 1\nintact\nreadable\nrecovered\n$/);
  });
});

describe('a folder that may not be written', () => {
  it.skipIf(!process.getuid || unreachable)('of one’s own: says how to open it, and reading goes on', async () => {
    const folder = join(tempFolder(), 'home');
    await worker.run(['begin', folder, 'maria']);
    if (NOBODY !== undefined) execFileSync('chown', ['-R', String(NOBODY), folder]);
    const before = contentsOf(folder);
    for (const inside of ['journeys', 'previous', '.']) chmodSync(join(folder, inside), 0o500);
    const { code, failure } = await worker.run(['append', folder, 'maria', 'tag'], asNobody);
    const { answer } = await worker.run(['load', folder, 'maria'], asNobody);
    for (const inside of ['.', 'journeys', 'previous']) chmodSync(join(folder, inside), 0o700);
    expect({ code, kind: failure?.kind }).toEqual({ code: 1, kind: 'machine' });
    expect(failure?.message).toContain(`can't write "${folder}`);
    expect(failure?.message).toContain('permission is denied');
    expect(failure?.hint).toContain(`chmod -R u+rwX "${folder}`);
    expect(answer).toMatchObject({ id: 'maria', revision: 1 });
    expect(contentsOf(folder)).toEqual(before);
  });

  it.skipIf(!process.getuid || unreachable).each([0o000, 0o600, 0o300])(
    'nor, with mode %o, entered or listed',
    async (mode) => {
      const folder = join(tempFolder(), 'home');
      await worker.run(['begin', folder, 'maria']);
      if (NOBODY !== undefined) execFileSync('chown', ['-R', String(NOBODY), folder]);
      const before = contentsOf(folder);
      chmodSync(join(folder, 'journeys'), mode);
      const runs = ['load', 'list', 'begin', 'append'].map((task) =>
        worker.run([task, folder, 'maria', 'tag'], asNobody),
      );
      const kinds = (await Promise.all(runs)).map(({ failure }) => failure?.kind ?? 'none');
      chmodSync(join(folder, 'journeys'), 0o700);
      if (mode === 0o300) {
        // All but listing works where a folder may be entered.
        expect(kinds).toEqual(['none', 'machine', 'conflict', 'none']);
        return;
      }
      expect(kinds).toEqual(['machine', mode === 0o600 ? 'none' : 'machine', 'machine', 'machine']);
      expect(contentsOf(folder)).toEqual(before);
    },
  );

  it('of another account: names the owner and the remedy', async (context) => {
    if (NOBODY === undefined) context.skip('only root can give a folder away');
    if (unreachable) context.skip(unreachable);
    const folder = join(tempFolder(), 'home');
    await worker.run(['begin', folder, 'maria']);
    for (const task of ['load', 'append', 'list']) {
      const { code, failure } = await worker.run([task, folder, 'maria', 'tag'], asNobody);
      expect({ code, kind: failure?.kind }).toEqual({ code: 1, kind: 'machine' });
      expect(failure?.message).toContain(folder);
      expect(failure?.hint).toBe(
        `"${folder}" belongs to root. Take it back with: sudo chown -R "$(id -un)" "${folder}"`,
      );
    }
    chownSync(folder, 4711, 4711);
    expect((await worker.run(['load', folder, 'maria'], asNobody)).failure?.hint).toContain('belongs to user 4711');
  });

  it('because it is a file', async () => {
    const folder = join(tempFolder(), 'home');
    writeFileSync(folder, 'not a folder');
    for (const task of ['begin', 'load', 'list']) {
      const { failure } = await worker.run([task, folder, 'maria']);
      expect(failure).toMatchObject({ kind: 'machine', message: expect.stringContaining(folder) });
    }
    expect(filesIn(join(folder, '..'))).toEqual(['home']);
  });
});
