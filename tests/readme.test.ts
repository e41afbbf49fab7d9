// What the README and the guide tell a candidate to type, run in the order a reader meets it; and where the links of all documents lead.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleWords } from './cli/example-words.ts';
import { bookedJourney, terminal } from './cli/terminal.ts';
import { commandsIn } from './commands-in.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const inFolder = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

test.each([
  ['README.md', 10],
  ['docs/guide.md', 40],
])('every command of %s answers', async (path, least) => {
  // Typed or pasted into a terminal: whatever asked a question would swallow the lines after it.
  const where = terminal({ day: '2026-12-15', tty: true });
  const commands = commandsIn(read(path));
  expect(commands.length).toBeGreaterThan(least);
  for (const line of commands) {
    const said = await where.run(...exampleWords(line, where.home));
    expect(said.code, `${line}: ${said.err}`).toBe(0);
  }
});

const asked = ['CONTRIBUTING.md', 'SECURITY.md', ...inFolder('.github/ISSUE_TEMPLATE', '.yml')];

test.each(asked)('what %s asks for can be had', async (path) => {
  const where = terminal({ day: '2026-12-15' });
  await bookedJourney(where);
  for (const line of commandsIn(read(path).replaceAll('<date-id>', 'exam-window'))) {
    const said = await where.run(...exampleWords(line, where.home));
    expect(said.code, `${line}: ${said.err}`).toBe(0);
    expect(said.out, `${line} names the candidate`).not.toContain('Maria');
  }
});

test('the two commands that do all are in the README, and there is what they need', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'prepare']));
  expect(read('README.md')).toMatch(/^npm ci && npm start$/m);
  expect(read('README.md')).toMatch(/^npm ci && npm test$/m);
});

test('the picture has its story in words', () => {
  const [, story = ''] = /!\[([^\]]*)\]\(docs\/status\.svg\)/.exec(read('README.md')) ?? [];
  const told = story.replace(/\s+/g, ' ');
  for (const words of ['Maria Santos, MLS(ASCPi)', '15 Dec 2026', '7 Feb 2027, in 54 days', '28 Feb 2027']) {
    expect(told).toContain(words);
    expect(read('docs/status.svg')).toContain(words);
  }
});

const others = ['data/README.md', 'src/README.md', 'tests/scenarios/README.md'];
const documents = [...inFolder('.', '.md'), ...inFolder('docs', '.md'), ...others];

test.each(documents)('the links of %s lead somewhere', (path) => {
  const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link ?? '');
  for (const link of links) expect(existsSync(join(root, dirname(path), link)), link).toBe(true);
});
