// Every command in the formats for pages and sheets: what they can be written as, and what they say where they can't.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { html } from '../../src/formats/html.ts';
import { picturedView } from '../formats/sample-view.ts';
import { bookedJourney, temporaryHome, terminal } from './terminal.ts';

const answers: Readonly<Record<string, readonly string[]>> = {
  start: ['--name', 'Another <b>'],
  done: ['exam', '--result', 'pass', '--today', '2027-01-15'],
  why: ['exam-window'],
  check: ['one-account'],
};

/** A line for each command, after which the journey is as it was. */
const lines = commands.map(({ name, ofOneJourney, writes }) => [
  name,
  ...(answers[name] ?? []),
  ...(ofOneJourney ? ['-c', 'maria-santos'] : []),
  ...(writes ? ['--dry-run'] : []),
]);

async function pagesOf(format: string, candidates: typeof lines) {
  const where = terminal();
  await bookedJourney(where);
  await where.run('undo');
  const said = [];
  for (const argv of candidates) said.push({ name: argv[0] ?? '', ...(await where.run(...argv, '--format', format)) });
  return said;
}

test('every command can be a page', async () => {
  for (const { name, code, out, err } of await pagesOf('html', lines)) {
    expect(code, `${name}: ${err}`).toBe(0);
    expect(out, name).toMatch(/^<!DOCTYPE html>\n<html lang="en">\n/);
    expect(out.match(/<h1>/g), name).toHaveLength(1);
    expect(out, name).not.toMatch(/<script|<b>/);
    expect(out.endsWith('</html>\n'), name).toBe(true);
  }
});

const require = createRequire(import.meta.url);
const jar = String(require('vnu-jar'));
const missingJava = (() => {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return '';
  } catch {
    return ': skipped, Java is not installed';
  }
})();

test.skipIf(missingJava)(`the Nu checker finds no fault in any page${missingJava}`, async () => {
  const folder = temporaryHome();
  mkdirSync(folder);
  const pages = [...(await pagesOf('html', lines)), { name: 'nasty', out: await html.render(picturedView) }];
  const files = pages.map(({ name, out }) => {
    writeFileSync(join(folder, `${name}.html`), out);
    return join(folder, `${name}.html`);
  });
  const options = ['--errors-only', '--exit-zero-always', '--stdout', '--format', 'gnu'];
  const said = execFileSync('java', ['-jar', jar, ...options, ...files], { encoding: 'utf8' });
  expect(said.replaceAll(`file:${folder}/`, '').trim()).toBe('');
});

test('what has a table can be a sheet, and all else says what it can be', async () => {
  const said = await pagesOf('csv', lines);
  const sheets = said.filter(({ code }) => code === 0);
  expect(sheets.map(({ name }) => name)).toContain('history');
  for (const { name, out } of sheets) {
    const [head, ...rows] = parse(out) as string[][];
    expect(
      head?.every((key) => /^[a-z][\w-]*$/i.test(key)),
      `${name}: ${head}`,
    ).toBe(true);
    expect(rows.length, name).toBeGreaterThan(0);
  }
  for (const { name, code, out, err } of said) {
    if (code === 0) continue;
    expect({ name, code, out }).toEqual({ name, code: 2, out: '' });
    expect(err).toMatch(
      /^ascpi: this answer has no table, so it can't be csv\. Formats it has: text, json, markdown, html\b[^\n]*\.\n$/,
    );
  }
});

test('a file takes its format from its name, and none is left where the answer lacks it', async () => {
  const where = terminal();
  await bookedJourney(where);
  const file = (name: string) => join(where.home, '..', name);
  expect(await where.run('status', '-o', file('a.html'))).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(file('a.html'), 'utf8')).toBe((await where.run('status', '--format', 'html')).out);
  expect((await where.run('history', '-o', file('a.csv'))).code).toBe(0);
  expect(readFileSync(file('a.csv'), 'utf8')).toMatch(/\r\n$/);
  for (const name of ['b.csv', 'b.ics']) {
    expect((await where.run('status', '-o', file(name))).code).toBe(2);
    expect(() => readFileSync(file(name))).toThrow(/ENOENT/);
  }
});
