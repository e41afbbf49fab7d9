// Odd homes and odd files of -o, through the built program and as an ordinary account: one line, the right exit code, nothing half done.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentsOf, tempFolder } from '../stores/temp-folder.ts';
import { binary, built } from './built.ts';

const root = mkdtempSync(join(tmpdir(), 'ascpi-homes-'));
chmodSync(root, 0o755);
const model = join(root, 'home');
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(() => {
  for (const line of ['start --name Maria --id maria', 'config set country PH']) {
    const said = built(model, line.split(' '));
    if (said.status !== 0) throw new Error(said.stderr);
  }
});

interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const isRoot = process.getuid?.() === 0;
const NOBODY = ['--reuid=65534', '--regid=65534', '--clear-groups', '--'];
const canBeNobody = isRoot && spawnSync('setpriv', [...NOBODY, 'true']).status === 0;

/** As an account that may not do everything: root is asked to be nobody, and anybody else is who they are. */
function asNobody(env: Readonly<Record<string, string>>, argv: readonly string[], cwd: string): Said {
  const words = [process.execPath, binary, ...argv];
  const [program = '', ...rest] = canBeNobody ? ['setpriv', ...NOBODY, ...words] : words;
  return spawnSync(program, rest, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
    cwd,
    timeout: 30_000,
  });
}

const refused = ({ status, stderr }: Said, code: number, message: RegExp): void => {
  expect(status, stderr).toBe(code);
  expect(stderr).toMatch(/^ascpi: [^\n]+\n$/);
  expect(stderr).toMatch(message);
};

/** A folder of nobody's own, with a home in it that is made as the test wants. */
function folderOfNobody(): string {
  const folder = tempFolder();
  chmodSync(folder, 0o777);
  return folder;
}

const own = (path: string) => (canBeNobody ? spawnSync('chown', ['-R', '65534:65534', path]) : undefined);

describe('a home', () => {
  test('that is a link to a folder is like the folder', () => {
    const folder = tempFolder();
    cpSync(model, join(folder, 'real'), { recursive: true });
    symlinkSync('real', join(folder, 'link'));
    expect(built(join(folder, 'link'), ['check', 'one-account']).status).toBe(0);
    expect(built(join(folder, 'real'), ['history']).stdout).toMatch(/account/);
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  });

  test.each([
    ['a link that leads nowhere', (at: string) => symlinkSync('nowhere', at), /status|start/],
    ['a link to itself', (at: string) => symlinkSync(at, at), /links run in a circle/],
    ['a file', (at: string) => writeFileSync(at, 'mine'), /not a folder|file is in the way/],
  ])('that is %s', (name, make, message) => {
    const folder = tempFolder();
    const at = join(folder, 'home');
    make(at);
    const read = built(at, ['status']);
    const written = built(at, ['start', '--name', 'Ana']);
    if (name === 'a link that leads nowhere') expect(read.status).toBe(3);
    else refused(read, 1, message);
    refused(written, 1, /can't (create|write|read) "/);
    expect(readdirSync(folder)).toEqual(['home']);
  });

  test('that is missing is not made by a question, and is made with all above it by an answer', () => {
    const at = join(tempFolder(), 'a/b/home');
    expect(built(at, ['status']).status).toBe(3);
    expect(existsSync(at)).toBe(false);
    expect(built(at, ['start', '--name', 'Ana']).status).toBe(0);
    expect((lstatSync(at).mode & 0o777).toString(8)).toBe('700');
  });

  test.each([
    ['HOME is empty', { HOME: '' }],
    ['HOME is relative', { HOME: 'here' }],
    ['ASCPI_HOME is relative', { ASCPI_HOME: 'here' }],
    ['ASCPI_HOME is a dot', { ASCPI_HOME: '.' }],
  ])('where %s is never the current folder', (_name, env) => {
    const cwd = folderOfNobody();
    const said = asNobody(env, ['start', '--name', 'Ana', '--dry-run'], cwd);
    if (said.status !== 0) refused(said, 2, /HOME/);
    asNobody(env, ['status'], cwd);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('a home that this account may not use', () => {
  const skipped = (context: { skip: (why: string) => void }) => {
    if (isRoot && !canBeNobody) context.skip('root may do everything, and setpriv is not there');
  };

  test('because it is of another and closed', (context) => {
    skipped(context);
    if (!canBeNobody) context.skip('only root can make what is of another');
    const folder = folderOfNobody();
    const home = join(folder, 'home');
    cpSync(model, home, { recursive: true });
    chmodSync(home, 0o700);
    for (const argv of [
      ['status'],
      ['candidates'],
      ['check', 'one-account'],
      ['config'],
      ['config', 'set', 'country', 'NP'],
    ]) {
      const said = asNobody({ ASCPI_HOME: home }, argv, folder);
      refused(said, 1, /permission is denied/);
      expect(said.stderr).toMatch(/belongs to root.*chown|ASCPI_HOME/);
    }
    expect(contentsOf(home)).toEqual(contentsOf(model));
  });

  test('because it can only be read: what is asked is answered, what is recorded is refused', (context) => {
    skipped(context);
    const folder = folderOfNobody();
    const home = join(folder, 'home');
    cpSync(model, home, { recursive: true });
    own(home);
    for (const each of [
      ...readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name)),
      home,
    ]) {
      chmodSync(each, lstatSync(each).isDirectory() ? 0o500 : 0o400);
    }
    try {
      expect(asNobody({ ASCPI_HOME: home }, ['status'], folder)).toMatchObject({ status: 0, stderr: '' });
      expect(asNobody({ ASCPI_HOME: home }, ['doctor'], folder).status).toBe(0);
      for (const argv of [
        ['check', 'one-account'],
        ['config', 'set', 'country', 'NP'],
        ['candidates', 'add', '--name', 'Ana'],
      ]) {
        refused(
          asNobody({ ASCPI_HOME: home }, argv, folder),
          1,
          /can't (write|create) ".*permission is denied.*chmod -R u\+rwX/,
        );
      }
      expect(contentsOf(home)).toEqual(contentsOf(model));
    } finally {
      spawnSync('chmod', ['-R', 'u+rwX', home]);
    }
  });
});

describe('the file of -o', () => {
  /** {out} is a folder that this account may write. */
  const files: readonly (readonly [name: string, file: string, code: number, message: RegExp])[] = [
    ['in a folder that is not there', '{out}/nowhere/x.json', 2, /the folder of ".*x\.json" is not there/],
    ['below a file', '{out}/file.json/x.json', 2, /the folder of ".*x\.json" is not there/],
    ['that is a folder', '{out}/folder.json', 2, /is a folder/],
    ['that is a pipe', '{out}/pipe.json', 2, /is not a file/],
    ['that is a link', '{out}/link.json', 2, /is a link/],
    ['that is a link to nowhere', '{out}/gone.json', 2, /is a link/],
    ['that is there', '{out}/file.json', 2, /is there already/],
    ['with no name', '', 2, /the name of a file/],
    ['with a name that is too long', `{out}/${'x'.repeat(300)}.json`, 1, /too long/],
    ['in a folder that can only be read', '{out}/closed/x.json', 1, /permission is denied/],
  ];

  test.each(files)('%s', (name, file, code, message) => {
    const out = folderOfNobody();
    for (const folder of ['folder.json', 'closed']) mkdirSync(join(out, folder));
    writeFileSync(join(out, 'file.json'), 'mine');
    symlinkSync('file.json', join(out, 'link.json'));
    symlinkSync('nowhere.json', join(out, 'gone.json'));
    spawnSync('mkfifo', [join(out, 'pipe.json')]);
    const home = join(out, 'home');
    cpSync(model, home, { recursive: true });
    own(home);
    chmodSync(join(out, 'closed'), 0o500);
    const [before, names] = [contentsOf(home), readdirSync(out)];
    for (const argv of [['status'], ['check', 'one-account'], ['candidates', 'export'], ['backup']]) {
      const said = asNobody({ ASCPI_HOME: home }, [...argv, '-o', file.replace('{out}', out)], out);
      expect(said.status, `${argv.join(' ')}: ${said.stderr}`).toBe(code);
      refused(said, code, name === 'with no name' ? /file|names no format/ : message);
    }
    expect(contentsOf(join(out, 'folder.json'))).toEqual({});
    expect(readdirSync(out)).toEqual(names);
    expect(contentsOf(home)).toEqual(before);
  });

  test('that is a device', () => {
    refused(built(model, ['status', '--format', 'text', '-o', '/dev/full']), 2, /is not a file/);
  });
});
