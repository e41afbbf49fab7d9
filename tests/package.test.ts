// What is published: exactly the files that are needed, and they run from an empty prefix in a bare environment.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const isWindows = process.platform === 'win32';
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'ascpi-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inside = (name: string) => join(folder, name);

/** Nothing of the developer's own: no npm settings, no journeys, no locale. */
const bare = {
  PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
  HOME: inside('user'),
  ASCPI_HOME: inside('journeys'),
  ...(isWindows ? { SystemRoot: process.env['SystemRoot'], APPDATA: inside('user') } : {}),
};

const run = (file: string, args: readonly string[], cwd: string): string =>
  execFileSync(file, args, { cwd, env: bare, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** npm as it runs these tests, else the one on the path. */
function npm(args: readonly string[], cwd: string): string {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? run(process.execPath, [script, ...args], cwd) : run('npm', args, cwd);
}

/** The installed program, called as a user's shell would call it. */
function ascpi(...args: string[]): string {
  const prefix = inside('prefix');
  if (!isWindows) return run(join(prefix, 'bin', 'ascpi'), args, folder);
  return run(process.execPath, [join(prefix, 'node_modules', 'ascpi', 'bin', 'ascpi.js'), ...args], folder);
}

/** No network, no scripts of packages. */
const quietly = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];

let packed: readonly string[] = [];
let tarball = '';

beforeAll(() => {
  mkdirSync(inside('user'));
  // Without scripts: building anew would pull dist/ from under the other tests.
  const [{ filename, files }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  packed = files.map(({ path }: { path: string }) => path).sort();
  tarball = inside(filename);
  npm(['install', '--global', '--prefix', inside('prefix'), ...quietly, tarball], folder);
});

describe('the package', () => {
  const inFolder = (name: string) => packed.filter((path) => path.startsWith(`${name}/`));

  it('holds the program, its data and its papers, and nothing else', () => {
    expect(packed.filter((path) => !path.includes('/'))).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'package.json',
    ]);
    expect(new Set(packed.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))).toEqual(
      new Set(['bin', 'data', 'dist', 'man']),
    );
    expect(inFolder('bin')).toEqual(['bin/ascpi.js', 'bin/own-cache.js']);
    expect(inFolder('man')).toEqual(['man/ascpi.1']);
    expect(inFolder('dist')).toContain('dist/ascpi.js');
    expect(inFolder('dist').filter((path) => !/^dist\/[\w-]+\.js$/.test(path))).toEqual([
      'dist/THIRD-PARTY.txt',
      'dist/fonts/DejaVuSans-Bold.ttf',
      'dist/fonts/DejaVuSans.ttf',
      'dist/fonts/LICENSE.txt',
    ]);
  });

  it('holds all of data/', () => {
    const shipped = readdirSync(join(root, 'data'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(inFolder('data')).toEqual(shipped.sort());
  });

  it('says nothing of the folder it was built in', () => {
    const telling = packed.filter((path) => readFileSync(join(root, path), 'utf8').includes(root));
    expect(telling).toEqual([]);
  });
});

describe('installed in an empty prefix', () => {
  it('tells its version', () => {
    expect(ascpi('--version')).toContain(`ascpi ${version}`);
  });

  it.skipIf(isWindows)('puts its manual where man looks', () => {
    const page = readFileSync(inside('prefix/share/man/man1/ascpi.1'), 'utf8');
    expect(page).toContain(`"ascpi ${version}"`);
  });

  it('shows the sample journey, and keeps nothing', () => {
    expect(ascpi('demo')).toMatch(/sample/i);
    expect(readdirSync(folder)).not.toContain('journeys');
  });

  it('writes a PDF with the fonts it came with', () => {
    ascpi('demo', '-o', inside('demo.pdf'));
    expect(readFileSync(inside('demo.pdf'), 'latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/);
  });

  it('records a journey and answers where it stands', () => {
    ascpi('start', '--name', 'Maria Santos', '--credential', 'MLS', '--country', 'PH', '--today', '2026-09-01');
    ascpi('done', 'application', '--on', '2026-10-01', '--today', '2026-10-01');
    const status = JSON.parse(ascpi('status', '--json', '--today', '2026-10-01'));
    expect(status).toMatchObject({ schema: 'ascpi/status@1', candidate: { name: 'Maria Santos' } });
    expect(status.dates).toContainEqual(expect.objectContaining({ id: 'application-payment', date: '2026-10-31' }));
  });
});

describe('installed in an empty folder', () => {
  const local = inside('local');
  /** As `npx ascpi` there. */
  const npx = (...argv: string[]) => npm(['exec', '--offline', '--no', '--', 'ascpi', ...argv], local);

  beforeAll(() => {
    mkdirSync(local);
    npm(['install', ...quietly, tarball], local);
  });

  it('brings nothing with it', () => {
    expect(readdirSync(join(local, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['ascpi']);
  });

  it('begins a journey and answers where it stands', () => {
    expect(npx('--version')).toContain(`ascpi ${version}`);
    npx('start', '--name', 'Ana Cruz', '--credential', 'MLS', '--country', 'PH', '--id', 'ana');
    expect(JSON.parse(npx('status', '--json', '-c', 'ana'))).toMatchObject({ candidate: { name: 'Ana Cruz' } });
  });

  it('runs from the tarball without being installed', () => {
    const line = ['exec', '--offline', '--yes', '--package', tarball, '--', 'ascpi', '--version'];
    expect(npm(line, inside('user'))).toContain(`ascpi ${version}`);
  });
});

describe('the lockfile', () => {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );

  it('names the binaries of every platform, so that npm ci works on each', () => {
    const locked = new Set(Object.entries(packages).map(([path, entry]) => `${nameOf(path)}@${entry.version}`));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.entries(optionalDependencies),
    );
    const exact = wanted.filter(([, wish]) => /^\d[\d.]*$/.test(wish)).map(([name, wish]) => `${name}@${wish}`);
    expect(exact.filter((each) => !locked.has(each))).toEqual([]);
  });

  it('names no registry', () => {
    expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });
});

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
