// Settings: read without a trace, changed by many at once, and never lost to a full disk or an editor.
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, type Settings } from '../../src/stores/settings.ts';
import { writeSettings } from '../../src/stores/write-settings.ts';
import { useWorker } from './processes.ts';
import { contentsOf, filesIn, tempFolder } from './temp-folder.ts';

const worker = useWorker();

const all: Settings = {
  candidate: 'maria-santos',
  accessible: true,
  store: 'file:/home/María "x"/journeys',
  country: 'PH',
  rules: { 'exam.window': '3m', 'certificate-delivery': '6w' },
};

function homeWith(content: string | Uint8Array): string {
  const home = tempFolder();
  writeFileSync(join(home, 'config.json'), content);
  return home;
}

describe('settings', () => {
  it('are empty where nothing was set, and reading creates nothing', () => {
    const home = join(tempFolder(), 'home');
    expect(readSettings(home)).toEqual({});
    expect(existsSync(home)).toBe(false);
  });

  it('come back as they were set, as plain readable text', async () => {
    const home = join(tempFolder(), 'home');
    expect(await writeSettings(home, () => all)).toEqual(all);
    expect(readSettings(home)).toEqual(all);
    expect(readFileSync(join(home, 'config.json'), 'utf8')).toBe(`${JSON.stringify(all, null, 2)}\n`);
    expect(filesIn(home)).toEqual(['config.json']);
  });

  it('are changed from what is stored, can be taken back, and the ones before are kept', async () => {
    const home = tempFolder();
    await writeSettings(home, () => all);
    const { candidate: _, ...rest } = all;
    await writeSettings(home, ({ candidate: __, ...others }) => others);
    expect(readSettings(home)).toEqual(rest);
    await writeSettings(home, (settings) => settings);
    expect(JSON.parse(readFileSync(join(home, 'config.previous.json'), 'utf8'))).toEqual(all);
  });

  it.each<[string, Settings]>([
    ['candidate: is not an id', { candidate: '../x' }],
    ['country: is not two capital letters', { country: 'Philippines' }],
    ['rules.window: is empty', { rules: { window: '' } }],
    ['store: has a control character', { store: 'file:/a\nb' }],
  ])('refuse what could not be read again: %s', async (message, settings) => {
    const home = homeWith('{"accessible":true}');
    const before = contentsOf(home);
    await expect(writeSettings(home, () => settings)).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining(`these settings can't be kept: ${message}`),
    });
    expect(contentsOf(home)).toEqual(before);
  });

  it('behind a link stay behind it', async () => {
    const home = tempFolder();
    mkdirSync(join(home, 'dotfiles'));
    writeFileSync(join(home, 'dotfiles', 'ascpi.json'), '{}');
    symlinkSync(join('dotfiles', 'ascpi.json'), join(home, 'config.json'));
    await writeSettings(home, () => ({ country: 'NP' }));
    expect(JSON.parse(readFileSync(join(home, 'dotfiles', 'ascpi.json'), 'utf8'))).toEqual({ country: 'NP' });
  });
});

describe('damaged settings are named and kept', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'it is empty'],
    ['cut short', '{"candidate": "mar', 'it is cut short or is not JSON'],
    ['null', 'null', 'it is JSON, but not an object'],
    ['a list', '[]', 'it is JSON, but not an object'],
    ['a number', '42', 'it is JSON, but not an object'],
    ['NULs', '\0\0\0', 'it holds nothing but NUL bytes'],
    ['a byte order mark', '\ufeff{}', 'it begins with a byte order mark'],
    ['Latin-1', Buffer.from('{"store":"/Mar\u00eda"}', 'latin1'), 'it is not UTF-8 text'],
    ['an unknown key', '{"colour":"red"}', 'colour: '],
    ['a wrong type', '{"accessible":"yes"}', 'accessible: '],
    ['a list of rules', '{"rules":[]}', 'rules: is not an object'],
    ['huge', `{"store":"${'x'.repeat(2e6)}"}`, 'it is larger than 1 MB'],
  ])('%s', async (_, content, reason) => {
    const home = homeWith(content);
    const before = contentsOf(home);
    const failure = {
      kind: 'damaged',
      message: expect.stringContaining(`can't use the settings in "${join(home, 'config.json')}": ${reason}`),
      hint: 'The file was kept as it is. To go on, mend it, or move it away to start without',
    };
    expect(() => readSettings(home)).toThrow(expect.objectContaining(failure));
    await expect(writeSettings(home, () => all)).rejects.toMatchObject(failure);
    expect(contentsOf(home)).toEqual(before);
  });

  it('and the ones before are offered', async () => {
    const home = tempFolder();
    await writeSettings(home, () => all);
    await writeSettings(home, () => ({}));
    writeFileSync(join(home, 'config.json'), '{');
    const hint = expect.stringContaining(`copy "${join(home, 'config.previous.json')}" over it`);
    expect(() => readSettings(home)).toThrow(expect.objectContaining({ kind: 'damaged', hint }));
  });
});

describe('a write cut short', () => {
  // conf alone reports success here and leaves 1 KB of the file.
  it.each([
    ['as usual', {}],
    ['in place, as conf writes inside a snap', { SNAP: '/snap/ascpi/1' }],
  ])('keeps the old settings: %s', async (_, env) => {
    const home = tempFolder();
    // A little less than the limit of 1 KB, so that the copy of it still fits and the new ones do not.
    const rules = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`rule${index}`, '9'.repeat(80)]));
    await writeSettings(home, () => ({ rules }));
    const kept = readFileSync(join(home, 'config.json'));
    expect(kept.length).toBeGreaterThan(950);
    expect(kept.length).toBeLessThan(1024);
    const limited = { shell: 'ulimit -f 1', env };
    const { code, signal, failure } = await worker.run(['setting', home, 'more', '90'], limited);
    expect({ code, signal, kind: failure?.kind }).toEqual({ code: 1, signal: null, kind: 'machine' });
    expect(failure?.message).toContain(`can't write "${join(home, 'config.json')}"`);
    expect(readFileSync(join(home, 'config.json')).equals(kept)).toBe(true);
    expect(filesIn(home)).toEqual(['config.json']);
    expect(await worker.run(['setting', home, 'more', '90'])).toMatchObject({ code: 0 });
    expect(statSync(join(home, 'config.json')).size).toBeGreaterThan(1024);
  });

  it('leaves no settings where there were none', async () => {
    const home = tempFolder();
    const rule = 'r'.repeat(2000);
    const { code, failure } = await worker.run(['setting', home, rule], { shell: 'ulimit -f 1' });
    expect({ code, kind: failure?.kind }).toEqual({ code: 1, kind: 'machine' });
    expect(filesIn(home)).toEqual([]);
  });
});

it('processes that change settings at the same time lose nothing', async () => {
  const home = tempFolder();
  const names = Array.from({ length: 12 }, (_, index) => `rule${index}`);
  for (const run of await Promise.all(names.map((name) => worker.run(['setting', home, name])))) {
    expect(run).toMatchObject({ code: 0, err: '' });
  }
  expect(Object.keys(readSettings(home).rules ?? {}).sort()).toEqual([...names].sort());
  const changes = names.map((name) =>
    writeSettings(home, (s) => ({ ...s, rules: { ...s.rules, [`own-${name}`]: '1d' } })),
  );
  await Promise.all(changes);
  expect(Object.keys(readSettings(home).rules ?? {})).toHaveLength(24);
});
