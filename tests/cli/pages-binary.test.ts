// PDFs of the built program: the same bytes in every zone and locale, and none of it loaded by other answers.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryHome } from './terminal.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');

beforeAll(() => {
  if (!readdirSync(root).includes('dist')) throw new Error('npm run build first');
});

const ascpi = (home: string, argv: readonly string[], more: Record<string, string> = {}) =>
  spawnSync(process.execPath, [join(root, 'bin/ascpi.js'), ...argv], {
    env: { PATH: process.env['PATH'] ?? '', ASCPI_HOME: home, ...more },
    maxBuffer: 16 * 1024 * 1024,
  });

test('a PDF is the same to the byte in every zone and locale', () => {
  const home = temporaryHome();
  expect(ascpi(home, ['start', '--name', 'Nguyễn Thị Ánh', '--country', 'PH', '--id', 'anh']).status).toBe(0);
  const files = [
    { TZ: 'Asia/Manila' },
    { TZ: 'America/New_York', LANG: 'C' },
    { TZ: 'Pacific/Apia', LC_ALL: 'th_TH.UTF-8' },
    { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', COLUMNS: '40', ACCESSIBLE: '1' },
  ].map((env) => ascpi(home, ['checklist', '--format', 'pdf', '--today', '2026-12-15'], env).stdout);
  expect(files[0]?.subarray(0, 8).toString()).toBe('%PDF-1.7');
  for (const file of files.slice(1)) expect(file.equals(files[0] ?? Buffer.alloc(0))).toBe(true);
});

test('the parts that make PDFs are in no chunk that the start of the program loads', () => {
  const loaded = new Set(['ascpi.js']);
  for (const file of loaded) {
    const code = readFileSync(join(dist, file), 'utf8');
    // What is required at the left edge is loaded at once; late imports stand inside functions.
    for (const [, name] of code.matchAll(/^(?:const \w+ = )?require\("\.\/([\w-]+\.js)"\)/gm)) loaded.add(name ?? '');
  }
  expect(loaded.size).toBeGreaterThan(1);
  const maker = (file: string) => readFileSync(join(dist, file), 'utf8').includes('CIDFontType2');
  expect(readdirSync(dist).filter((file) => file.endsWith('.js') && maker(file))).toHaveLength(1);
  expect([...loaded].filter(maker)).toEqual([]);
});
