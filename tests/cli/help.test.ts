// Help: a snapshot of all of it, and every example in it runs.
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { topics } from '../../src/cli/topics.ts';
import { exampleWords } from './example-words.ts';
import { preparedTerminal } from './prepared.ts';
import { terminal } from './terminal.ts';

const visible = commands.filter(({ name }) => name !== 'home');

test('the help of all commands and topics', async () => {
  const where = terminal();
  const pages = [await where.run('help')];
  for (const { name } of [...visible, ...topics]) pages.push(await where.run('help', ...name.split(' ')));
  expect(pages.every(({ code, err }) => code === 0 && err === '')).toBe(true);
  await expect(pages.map(({ out }) => out).join(`\n${'='.repeat(80)}\n\n`)).toMatchFileSnapshot('golden/help.txt');
});

test('-h and --help work anywhere', async () => {
  const where = terminal();
  const wanted = await where.run('help', 'done');
  for (const argv of [
    ['done', '--help'],
    ['done', 'exam', '-h'],
    ['--json', 'done', '--help'].slice(1),
    ['-h', 'done'],
  ]) {
    const said = await where.run(...argv);
    expect(said.code).toBe(0);
    if (argv[0] === 'done') expect(said.out).toBe(wanted.out);
  }
  expect((await where.run('--help')).out).toBe((await where.run('help')).out);
});

test.each(visible.map((command) => [command.name, command] as const))(
  'the examples of %s run',
  async (name, command) => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      const where = await preparedTerminal(name.split(' '));
      if (example.includes(' get ')) await where.run('config', 'set', 'rules.exam-window', '90d');
      expect(example).toMatch(/^ascpi /);
      const forced = /--on 2026-1/.test(example) ? ['--force'] : [];
      const said = await where.run(...exampleWords(example, where.home), ...forced);
      // An interview asks, and here is no terminal.
      expect(said.code, `${example}: ${said.err}`).toBe(name === 'agency interview' ? 2 : 0);
    }
  },
);
