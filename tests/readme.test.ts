// The README's own commands, run in the order a reader meets them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { terminal } from './cli/terminal.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Those for recruiters run in a shell: readme-recruiters.test.ts. */
const forCandidates = readme.replace(/^## For recruiters$[\s\S]*?(?=^## )/m, '');

/** Command lines of code blocks, and those in the cells of tables. */
const commands = forCandidates
  .split('\n')
  .flatMap((line) =>
    line.startsWith('ascpi ') ? [line] : [...line.matchAll(/\| `(ascpi [^`<]+)` \|/g)].map(([, cell]) => cell ?? ''),
  );

const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

test('every command of the README answers', async () => {
  const where = terminal({ day: '2026-12-15' });
  expect(commands.length).toBeGreaterThan(15);
  for (const line of commands) {
    const words = wordsOf(line).slice(1);
    const output = words.indexOf('-o') + 1;
    if (output > 0) words[output] = `${where.home}-${words[output]}`;
    const said = await where.run(...words);
    expect(said.code, `${line}: ${said.err}`).toBe(0);
  }
});

test('the two commands of the README are there, and all its links lead somewhere', () => {
  expect(readme).toContain('npm ci && npm start');
  expect(readme).toContain('npm ci && npm test');
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'prepare']));
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(3);
  for (const path of links) expect(existsSync(join(root, path)), path).toBe(true);
});

test('the picture in the README is what the program shows', async () => {
  const where = terminal();
  const { out } = await where.run('demo');
  const picture = /```\n(Maria Santos[\s\S]*?)```/.exec(readme)?.[1] ?? '?';
  expect(out).toContain(picture);
});
