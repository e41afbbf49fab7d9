// Every command in the formats for pages and sheets: what they can be written as, and what they say where they can't.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { html } from '../../src/formats/html.ts';
import { picturedView } from '../formats/sample-view.ts';
import { preparedTerminal } from './prepared.ts';
import { bookedJourney, temporaryHome, terminal } from './terminal.ts';

const EXAMPLES = join(import.meta.dirname, 'examples');

/** The words of an example after `ascpi`, with files where they are, and without a format or file of its own. */
function wordsOf(example: string): string[] {
  const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '').slice(1);
  return words
    .filter(
      (word, index) =>
        word !== '--json' &&
        !['-o', '--format'].includes(word) &&
        words[index - 1] !== '-o' &&
        words[index - 1] !== '--format',
    )
    .map((word) => (word.includes('.') && existsSync(join(EXAMPLES, word)) ? join(EXAMPLES, word) : word));
}

/** The first example of each command that has an answer as text here; without them all there is nothing to compare. */
async function linesThatAnswer(): Promise<string[][]> {
  const lines: string[][] = [];
  for (const { examples } of commands) {
    // `--version` answers before anything is read.
    for (const argv of examples.map(wordsOf).filter(([first = '-']) => !first.startsWith('-'))) {
      const { code } = await answer(argv);
      if (code !== 0) continue;
      lines.push(argv);
      break;
    }
  }
  return lines;
}

/** What a command says of a booked journey and one taken back, so that each can do what its example does. */
async function answer(argv: readonly string[]) {
  const where = await preparedTerminal(argv);
  await where.run('config', 'set', 'rules.exam-window', '90d');
  return { name: argv[0] ?? '', ...(await where.run(...argv)) };
}

let known: Promise<string[][]> | undefined;
const lines = () => {
  known ??= linesThatAnswer();
  return known;
};

const saidIn = async (format: string) => {
  const said = [];
  for (const argv of await lines()) said.push(await answer([...argv, '--format', format]));
  return said;
};

test('the examples of most commands answer here', async () => {
  expect((await lines()).length).toBeGreaterThan(commands.length * 0.8);
});

test('every command can be a page', async () => {
  for (const { name, code, out, err } of await saidIn('html')) {
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
  const pages = [...(await saidIn('html')), { name: 'nasty', out: await html.render(picturedView) }];
  const files = pages.map(({ name, out }, index) => {
    const file = join(folder, `${index}-${name}.html`);
    writeFileSync(file, out);
    return file;
  });
  const options = ['--errors-only', '--exit-zero-always', '--stdout', '--format', 'gnu'];
  const said = execFileSync('java', ['-jar', jar, ...options, ...files], { encoding: 'utf8' });
  expect(said.replaceAll(`file:${folder}/`, '').trim()).toBe('');
});

test('what has a table can be a sheet, and all else says what it can be', async () => {
  const said = await saidIn('csv');
  const sheets = said.filter(({ code }) => code === 0);
  expect(sheets.map(({ name }) => name)).toContain('history');
  for (const { name, out } of sheets) {
    const [head] = parse(out, { bom: true }) as string[][];
    expect(
      head?.every((key) => /^[a-z][\w-]*$/i.test(key)),
      `${name}: ${head}`,
    ).toBe(true);
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
