// The interview about an agency: what is answered is what commands would have recorded, and leaving keeps it.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder, temporaryHome, terminal } from '../terminal.ts';
import { bytesOf, LEAVE, type Line, person, words } from './script.ts';

const NAME = 'Example Staffing';

/** What is recorded, without what differs from run to run. */
function recorded(home: string): object[] {
  const file = join(home, 'shared/agencies.json');
  if (!existsSync(file)) return [];
  const { value } = JSON.parse(readFileSync(file, 'utf8')) as { value: { entries: Record<string, unknown>[] } };
  return value.entries.map(({ id: _id, at: _at, by: _by, agency: _agency, ...entry }) => entry);
}

async function byCommands(...lines: readonly (readonly string[])[]): Promise<object[]> {
  const where = terminal();
  for (const line of lines) {
    const said = await where.run('agency', ...line);
    if (said.code !== 0) throw new Error(said.err);
  }
  return recorded(where.home);
}

const ids = [
  'free-to-leave',
  'keep-originals',
  'payers-named',
  'no-fee',
  'joint-commission',
  'code-of-ethics',
  'brand',
  'relocation',
  'benefits',
  'track-record',
  'recruiter',
  'compensation',
  'family-visas',
];
const skip = (id: string): Line => [`agency.${id}`, 'Skip it for now'];
const answered = (id: string, answer: string, evidence: string): Line[] => [
  [`agency.${id}`, answer],
  [`agency.${id}.evidence`, evidence],
];

test('all questions, red flags first; what is answered is what the commands would record', async () => {
  const maria = person();
  await maria.run('agency', 'add', NAME);
  const said = await maria.talk(
    ['agency', 'interview', 'example staffing'],
    [
      ['agency.free-to-leave', '?'],
      ...answered('free-to-leave', 'No', 'contract, page 9'),
      ...answered('keep-originals', 'Yes', ''),
      ...answered('payers-named', 'I asked, and there was no clear answer', '-'),
      ...ids.slice(3).map(skip),
    ],
  );
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.asked.filter(({ id }) => !id.endsWith('.evidence')).map(({ id }) => id.replace('agency.', ''))).toEqual([
    'free-to-leave',
    ...ids,
  ]);
  expect(recorded(maria.home)).toEqual(
    await byCommands(
      ['add', NAME],
      ['answer', NAME, 'free-to-leave', 'no', '--evidence', 'contract, page 9'],
      ['answer', NAME, 'keep-originals', 'yes'],
      ['answer', NAME, 'payers-named', 'unknown'],
    ),
  );
  expect(said.talk).toContain('Ask how the sum falls');
  expect(words(said.talk)).toContain('Verdict: 2 red flags');
  expect(said.out).toContain(`Recorded: ${NAME}, Free to leave: no.`);
});

test('only what is open is asked; when nothing is, all is asked again with the answers as they are', async () => {
  const maria = person();
  await maria.run('agency', 'add', NAME);
  for (const id of ids.slice(1)) await maria.run('agency', 'answer', NAME, id, 'yes', '--evidence', 'seen');
  const first = await maria.talk(['agency', 'interview', NAME], answered('free-to-leave', 'Yes', 'page 1'));
  expect(first.asked).toHaveLength(2);
  const again = await maria.talk(
    ['agency', 'interview', NAME],
    [
      ...answered('free-to-leave', 'Yes (as it is now)', ''),
      ...answered('keep-originals', 'No', 'they took my passport'),
      ...ids.slice(2).map(skip),
    ],
  );
  expect(again.talk).toContain('Every question has its answer');
  expect(recorded(maria.home).slice(-2)).toMatchObject([
    { criterion: 'free-to-leave', answer: 'yes', evidence: 'page 1' },
    { criterion: 'keep-originals', answer: 'no', evidence: 'they took my passport' },
  ]);
});

test('without a name it asks which, and adds one that is not there', async () => {
  const maria = person();
  const first = await maria.talk(
    ['agency', 'interview'],
    [['agency.name', ''], ['agency.name', NAME], ...ids.map(skip)],
  );
  expect(first.code).toBe(0);
  expect(recorded(maria.home)).toEqual(await byCommands(['add', NAME]));
  const second = await maria.talk(['agency', 'interview'], [['agency', NAME], ...ids.map(skip)]);
  expect(second.talk).toContain('Which agency is it about?');
  await maria.talk(
    ['agency', 'interview'],
    [['agency', 'Another one, not in this list'], ['agency.name', 'EXAMPLE staffing'], ...ids.map(skip)],
  );
  expect(recorded(maria.home)).toHaveLength(1);
});

test('a criterion that is added to the data is asked too', async () => {
  const data = temporaryHome();
  cpSync(dataFolder, data, { recursive: true });
  const like = JSON.parse(readFileSync(join(data, 'criteria/brand.json'), 'utf8'));
  const added = { ...like, id: 'training', number: 11, title: 'Training', question: 'Do you train me?' };
  writeFileSync(join(data, 'criteria/training.json'), JSON.stringify(added));
  const maria = person({ data });
  await maria.run('agency', 'add', NAME);
  const said = await maria.talk(
    ['agency', 'interview', NAME],
    [...ids.map(skip), ...answered('training', 'Yes', 'page 3')],
  );
  expect(said.code).toBe(0);
  expect(recorded(maria.home).at(-1)).toMatchObject({ criterion: 'training', answer: 'yes', evidence: 'page 3' });
});

test('whoever leaves keeps what was answered, and is told', async () => {
  const maria = person();
  await maria.run('agency', 'add', NAME);
  const said = await maria.talk(
    ['agency', 'interview', NAME],
    [
      ...answered('free-to-leave', 'Yes', 'page 1'),
      ['agency.keep-originals', 'No'],
      ['agency.keep-originals.evidence', LEAVE],
    ],
  );
  expect(said.code).toBe(130);
  // What it rests on was left out; the answer itself was given.
  expect(said.err).toBe('ascpi: you left. Saved before you left: 2 answers.\n');
  expect(recorded(maria.home)).toHaveLength(3);
  const nothing = await maria.talk(['agency', 'interview', NAME], [['agency.payers-named', LEAVE]]);
  expect(nothing.err).toBe('ascpi: you left. Nothing was saved.\n');
});

test('evidence that can not be kept is explained and asked again', async () => {
  const maria = person();
  await maria.run('agency', 'add', NAME);
  const said = await maria.talk(
    ['agency', 'interview', NAME],
    [
      ['agency.free-to-leave', 'Yes'],
      ['agency.free-to-leave.evidence', 'x'.repeat(501)],
      ['agency.free-to-leave.evidence', 'page 1'],
      ['agency.keep-originals', LEAVE],
    ],
  );
  expect(said.talk).toContain('longer than 500 characters');
});

test('an agency that is not there is exit 3 before anything is asked', async () => {
  const said = await person().talk(['agency', 'interview', 'Nobody'], []);
  expect(said).toMatchObject({ code: 3, out: '' });
});

test.each([
  ['No, keep it', 1, 'Nothing was changed.'],
  ['Yes, take it from the list', 2, ''],
])('before an agency leaves the list, it is asked: %s', async (answer, entries, told) => {
  const maria = person();
  await maria.run('agency', 'add', NAME);
  const said = await maria.talk(['agency', 'remove', NAME], [['agency.remove', answer]]);
  expect(said.code).toBe(0);
  expect(said.talk).toContain(told);
  expect(recorded(maria.home)).toHaveLength(entries);
});

test('with --yes or in a dry run nothing is asked', async () => {
  const maria = person();
  await maria.run('agency', 'add', NAME);
  expect(await maria.talk(['agency', 'remove', NAME, '--dry-run'], [])).toMatchObject({ code: 0, asked: [] });
  const before = bytesOf(maria.home);
  expect(await maria.talk(['agency', 'interview', NAME, '--dry-run'], [])).toMatchObject({ code: 2, asked: [] });
  expect(bytesOf(maria.home)).toEqual(before);
  expect(await maria.talk(['agency', 'remove', NAME, '--yes'], [])).toMatchObject({ code: 0, asked: [] });
});
