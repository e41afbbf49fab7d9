// What docs/recruiters.md tells to type, in a real shell in the order it stands there: the program, jq, and the line for cron.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandsIn } from './commands-in.ts';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/recruiters.md'), 'utf8');
const commands = commandsIn(page).filter((line) => !line.includes('| jq '));
const recipes = commandsIn(page).filter((line) => line.includes('| jq '));
const cron = /^[\d*]+ [\d*]+ \S+ \S+ \S+ +(ascpi .*)$/m.exec(page)?.[1] ?? '';

const there = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

describe.skipIf(process.platform === 'win32')('for recruiters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-recruiters-'));
  const env = {
    PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
    HOME: folder,
    ASCPI_HOME: join(folder, 'home'),
    ASCPI_TODAY: '2026-12-15',
    ASCPI_USER: 'recruiter',
    NODE_EXTRA_CA_CERTS: '',
  };
  const type = (line: string) => spawnSync('sh', ['-c', line], { cwd: folder, env, encoding: 'utf8' });

  beforeAll(() => {
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'letters'));
    const shim = join(folder, 'bin', 'ascpi');
    writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin', 'ascpi.js')}" "$@"\n`);
    chmodSync(shim, 0o755);
    copyFileSync(join(import.meta.dirname, 'cli/examples/roster.csv'), join(folder, 'roster.csv'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the commands answer, one after the other', () => {
    expect(commands.length).toBeGreaterThan(15);
    for (const line of commands) {
      const { status, stderr } = type(line);
      expect(status, `${line}: ${stderr}`).toBe(0);
    }
    expect(readdirSync(join(folder, 'letters')).length).toBeGreaterThan(0);
  });

  test('the line for cron sends nothing twice, and what was sent is in the history', () => {
    expect(cron).toContain('remind --send eml');
    const before = readdirSync(join(folder, 'letters')).sort();
    expect(type(cron).status).toBe(0);
    expect(readdirSync(join(folder, 'letters')).sort()).toEqual(before);
    expect(type('ascpi history -c ana-reyes').stdout).toMatch(/reminder.*recruiter/);
    expect(type('ascpi remind --check').status).toBe(0);
  });

  test.skipIf(!there('jq'))('the recipes for jq print lines', () => {
    expect(recipes).toHaveLength(2);
    for (const line of recipes) {
      const { status, stderr } = type(line);
      expect(status, `${line}: ${stderr}`).toBe(0);
    }
    const later = type((recipes[1] ?? '').replace('ascpi remind', 'ascpi remind --today 2027-01-19'));
    expect(later.stdout).toMatch(/^ana-reyes: \S/m);
  });

  test('the line for Windows calls the same command', () => {
    expect(page).toMatch(/^schtasks .*ascpi remind --send eml -o %USERPROFILE%\\letters --quiet/m);
  });
});
