// `ascpi profile`: what an employer asks about, told, changed and taken back.
import { expect, test } from 'vitest';
import { bookedJourney, terminal } from './terminal.ts';

async function booked() {
  const where = terminal();
  await bookedJourney(where);
  return where;
}

test('what is told is one fact: shown, in the data, in the history, and taken back by undo', async () => {
  const where = await booked();
  const said = await where.run(
    'profile',
    '--instruments',
    'Sysmex XN; VITEK 2;sysmex xn',
    '--languages',
    'English, fluent',
  );
  expect(said.code).toBe(0);
  expect(said.out).toContain('instruments Sysmex XN; VITEK 2; languages English, fluent');
  expect((await where.json('profile'))['candidate']).toMatchObject({
    instruments: ['Sysmex XN', 'VITEK 2'],
    languages: ['English, fluent'],
    systems: [],
    disciplines: [],
    references: [],
  });
  expect((await where.run('profile')).out).toContain('Instruments:           Sysmex XN; VITEK 2');
  expect((await where.run('candidates', 'show')).out).toContain('Sysmex XN; VITEK 2');
  const { entries } = (await where.json('history')) as unknown as { entries: { fact: string }[] };
  expect(entries.at(-1)?.fact).toBe('profile');
  await where.run('undo');
  expect((await where.json('profile'))['candidate']).toMatchObject({ instruments: [], languages: [] });
});

test('a hyphen leaves a field out, and the other fields of a person are changed here too', async () => {
  const where = await booked();
  await where.run('profile', '--systems', 'one; two', '--references', 'Dr. Cruz, cruz@example.org');
  await where.run('profile', '--systems', '-', '--target', '2027-06-01');
  expect((await where.json('profile'))['candidate']).toMatchObject({
    systems: [],
    references: ['Dr. Cruz, cruz@example.org'],
    target: '2027-06-01',
  });
});

test('candidates add and edit take the same', async () => {
  const where = await booked();
  await where.run('candidates', 'add', '--name', 'Ana Cruz', '--disciplines', 'hematology; blood bank');
  expect((await where.json('profile', '-c', 'ana-cruz'))['candidate']).toMatchObject({
    disciplines: ['hematology', 'blood bank'],
  });
  await where.run('candidates', 'edit', 'ana-cruz', '--languages', 'Tiếng Việt; English');
  expect((await where.json('profile', '-c', 'ana-cruz'))['candidate']).toMatchObject({
    languages: ['Tiếng Việt', 'English'],
  });
});

test('instruments that were asked for are suggested until they are named, with their source', async () => {
  const where = await booked();
  await where.run('profile', '--instruments', 'Sysmex XN-1000');
  const { suggested } = (await where.json('profile')) as unknown as {
    suggested: { instruments: string[]; source: string };
  };
  expect(suggested.instruments).toContain('VITEK 2');
  expect(suggested.instruments).not.toContain('Sysmex XN');
  expect(suggested.source).toContain('PassportUSA');
});

test.each([
  [['--instruments', ';;'], '";;" in --instruments is empty'],
  [['--systems', 'a\u001bb'], 'in --systems has a control character'],
  [['--references', 'x'.repeat(121)], 'in --references is longer than 120 characters'],
  [['--languages', Array.from({ length: 41 }, (_, index) => `l${index}`).join(';')], '41 are too many for --languages'],
  [['--dry-run'], '--dry-run makes no sense here'],
  [['--name', '-'], "--name can't be left out"],
])('%j is refused, and nothing is recorded', async (argv, why) => {
  const where = await booked();
  const before = await where.json('history');
  const said = await where.run('profile', ...argv);
  expect(said).toMatchObject({ code: 2, out: '' });
  expect(said.err).toContain(why);
  expect(await where.json('history')).toEqual(before);
});
