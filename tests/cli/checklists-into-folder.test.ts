// `ascpi checklist` with a filter and a folder: a file for each candidate, all of them or none.
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bookedJourney, type Terminal, terminal } from './terminal.ts';

async function cohort(): Promise<{ where: Terminal; folder: string }> {
  const where = terminal();
  await bookedJourney(where);
  await where.run('candidates', 'add', '--name', 'Ana Cruz', '--country', 'PH', '--tag', 'batch7');
  await where.run('candidates', 'add', '--name', 'Ben Reyes', '--country', 'PH', '--tag', 'batch7');
  return { where, folder: join(where.home, 'lists') };
}

test('one file for each of those that the filter means, as -o would write it for one alone', async () => {
  const { where, folder } = await cohort();
  const said = await where.run('checklist', '--tag', 'batch7', '-o', folder, '--format', 'markdown');
  expect(said).toMatchObject({ code: 0 });
  expect(said.out).toContain('Written: 2 files to ');
  expect(said.out).toMatch(/✔ Ana Cruz +ana-cruz\.md/);
  expect(readdirSync(folder).sort()).toEqual(['ana-cruz.md', 'ben-reyes.md']);
  expect(statSync(join(folder, 'ana-cruz.md')).mode & 0o777).toBe(0o600);
  const alone = join(where.home, 'alone.md');
  await where.run('checklist', '-c', 'ana-cruz', '-o', alone);
  expect(readFileSync(join(folder, 'ana-cruz.md'), 'utf8')).toBe(readFileSync(alone, 'utf8'));
});

test('PDF unless another format is asked for; the answer may be JSON', async () => {
  const { where, folder } = await cohort();
  const answer = await where.json('checklist', 'exam', '--tag', 'batch7', '-o', folder);
  expect(answer).toMatchObject({
    format: 'pdf',
    files: [{ candidate: 'ana-cruz' }, { candidate: 'ben-reyes', path: join(folder, 'ben-reyes.pdf') }],
  });
  expect(readFileSync(join(folder, 'ana-cruz.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a file that is there is kept unless forced, and then nothing else is written either', async () => {
  const { where, folder } = await cohort();
  mkdirSync(folder);
  writeFileSync(join(folder, 'ben-reyes.html'), 'mine');
  const argv = ['checklist', '--all', '-o', folder, '--format', 'html'];
  const refused = await where.run(...argv);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('ben-reyes.html" is there already');
  expect(readdirSync(folder)).toEqual(['ben-reyes.html']);
  expect((await where.run(...argv, '--force')).code).toBe(0);
  expect(readdirSync(folder).length).toBe(3);
  expect(readFileSync(join(folder, 'ben-reyes.html'), 'utf8')).toContain('Ben Reyes');
});

test('a link in the place of a file is never followed', async () => {
  const { where, folder } = await cohort();
  mkdirSync(folder);
  const target = join(where.home, 'precious');
  writeFileSync(target, 'mine');
  symlinkSync(target, join(folder, 'ana-cruz.md'));
  const said = await where.run('checklist', '--all', '-o', folder, '--format', 'markdown', '--force');
  expect(said.code).toBe(2);
  expect(readFileSync(target, 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(['ana-cruz.md']);
});

test('a damaged journey is named, and nothing is written', async () => {
  const { where, folder } = await cohort();
  writeFileSync(join(where.home, 'journeys', 'ben-reyes.json'), 'null');
  const said = await where.run('checklist', '--all', '-o', folder);
  expect(said.code).toBe(5);
  expect(said.err).toContain('ben-reyes');
  expect(() => statSync(folder)).toThrow();
});

test('a name with an extension is one file for all of them', async () => {
  const { where } = await cohort();
  const file = join(where.home, 'all.md');
  expect((await where.run('checklist', '--tag', 'batch7', '-o', file)).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/Ana Cruz[\s\S]*Ben Reyes/);
});

test.each([
  [['--format', 'csv'], 2, '"csv" is not a format of the files of checklist. Formats: pdf, html, markdown'],
  [['--blank'], 2, '--blank and a filter contradict each other'],
  [['--print'], 2, '--print and a filter contradict each other'],
  [['--tag', 'none'], 3, 'no candidate is meant by --tag none'],
  [['--format', 'markdown', '--pages', 'step'], 2, '--pages makes no sense with markdown'],
])('%j is refused', async (argv, code, why) => {
  const { where, folder } = await cohort();
  const filter = argv.includes('--tag') ? [] : ['--all'];
  const said = await where.run('checklist', ...filter, ...argv, '-o', folder);
  expect(said).toMatchObject({ code, out: '' });
  expect(said.err).toContain(why);
  expect(() => statSync(folder)).toThrow();
});

test('what is no folder is refused', async () => {
  const { where } = await cohort();
  const file = join(where.home, 'file');
  writeFileSync(file, 'mine');
  for (const folder of [file, join(file, 'inside')]) {
    const said = await where.run('checklist', '--all', '-o', folder);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain('is not a folder');
  }
});
