// What the usual commands may load: bytes of the bundle, parts of it, and modules of Node's own. Counts, never times.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const binary = join(root, 'bin/ascpi.js');
const dist = join(root, 'dist');
const folder = mkdtempSync(join(tmpdir(), 'ascpi-budget-'));
const list = join(folder, 'loaded.json');
const hook = join(folder, 'hook.cjs');
const empty = join(folder, 'empty.cjs');
const env = { PATH: process.env['PATH'] ?? '', ASCPI_HOME: join(folder, 'home'), ASCPI_TODAY: '2026-12-15' };

interface Loaded {
  readonly files: readonly string[];
  readonly builtIn: readonly string[];
}

beforeAll(() => {
  if (!existsSync(join(dist, 'ascpi.js'))) throw new Error('npm run build first');
  writeFileSync(empty, '');
  // The bundle is read, not required: see bin/ascpi.js.
  writeFileSync(
    hook,
    `const fs = require('node:fs');
     const read = fs.readFileSync;
     const files = [];
     fs.readFileSync = (path, ...more) => {
       files.push(String(path));
       return read(path, ...more);
     };
     process.on('exit', () => {
       const builtIn = process.moduleLoadList.filter((name) => name.startsWith('NativeModule '));
       fs.writeFileSync(${JSON.stringify(list)}, JSON.stringify({ files, builtIn }));
     });`,
  );
  const begin = spawnSync(process.execPath, [binary, 'start', '--name', 'Maria', '--country', 'PH'], { env });
  expect(begin.status).toBe(0);
  // A first run may keep what it compiled.
  loadedBy([binary, 'status']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function loadedBy(argv: readonly string[]): Loaded {
  const { status } = spawnSync(process.execPath, ['--require', hook, ...argv], { env });
  expect([0, 4]).toContain(status);
  return JSON.parse(readFileSync(list, 'utf8'));
}

/** `core` of `core-BKewvJc4.js` */
const partOf = (file: string): string => basename(file, '.js').replace(/-[\w-]{8}$/, '');

/** Kilobytes of the bundle and files of data/. Raise a number only where you can say what the users get for it. */
const budgets: readonly [line: string, parts: readonly string[], kilobytes: number, data: number][] = [
  ['status', ['quick'], 135, 16],
  ['next', ['quick'], 135, 16],
  ['--json', ['quick'], 135, 16],
  ['remind --check', ['quick', 'quick-gists', 'quick-remind'], 165, 40],
  ['candidates', ['quick', 'quick-gists', 'quick-list', 'quick-lock'], 155, 40],
  ['done application --dry-run', ['ascpi', 'core', 'rolldown-runtime'], 640, 16],
];

describe.each(budgets)('ascpi %s', (line, parts, kilobytes, data) => {
  const loaded = () => loadedBy([binary, ...line.split(' ')]);
  const bundled = ({ files }: Loaded) => files.filter((file) => file.startsWith(dist) && file.endsWith('.js'));

  test('loads these parts of the bundle and no others', () => {
    expect(bundled(loaded()).map(partOf).sort()).toEqual([...parts].sort());
  });

  test(`loads at most ${kilobytes} kB of the bundle and ${data} files of data`, () => {
    const now = loaded();
    const bytes = bundled(now).reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).toBeLessThanOrEqual(kilobytes * 1000);
    // A budget that nobody comes near to watches nothing.
    expect(bytes).toBeGreaterThan(kilobytes * 500);
    expect(now.files.filter((file) => file.startsWith(join(root, 'data'))).length).toBeLessThanOrEqual(data);
  });

  test('loads none of the large modules of Node', () => {
    const before = new Set(loadedBy([empty]).builtIn);
    const more = loaded().builtIn.filter((name) => !before.has(name));
    const names = more.map((name) => name.replace('NativeModule ', '')).filter((name) => !name.startsWith('internal/'));
    // The random id of a new fact needs Node's crypto, which needs streams.
    const forIds = line.startsWith('done') ? ['stream', 'stream/promises', 'string_decoder'] : [];
    const small = [...forIds, 'vm', 'os', 'process', 'diagnostics_channel', 'events', 'path/posix', 'path/win32'];
    expect(names.filter((name) => !small.includes(name))).toEqual([]);
  });
});
