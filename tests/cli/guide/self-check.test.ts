// The self-check and the choice of a board as conversations: their answers lead to what the same options would show.
import { expect, test } from 'vitest';
import { bookedJourney } from '../terminal.ts';
import { bytesOf, LEAVE, type Line, person } from './script.ts';

const answers: readonly Line[] = [
  ['eligibility.degree', '?'],
  ['eligibility.degree', "Bachelor's in medical laboratory science"],
  ['eligibility.training', 'None of these'],
  ['eligibility.experience', 'many'],
  ['eligibility.experience', '4'],
];

test('the self-check asks for degree, training and work, and shows what the same options show', async () => {
  const ravi = person();
  const said = await ravi.talk(['eligibility'], [['eligibility.credential', /^MLS:/], ...answers]);
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.talk).toContain('Medical technology is an older name');
  expect(said.talk).toContain('"many" is not a number of full years');
  const flags = ['--credential', 'MLS', '--degree', 'bachelor-mls', '--training', 'none', '--experience', '4'];
  expect(said.out).toBe((await ravi.run('eligibility', ...flags)).out);
  expect(said.out).toMatch(/may fit/i);
  expect(said.out, 'afterwards one types again').toContain('ascpi done eligibility');
  expect(bytesOf(ravi.home)).toEqual({});
});

test('with a journey its credential is clear', async () => {
  const maria = person();
  await bookedJourney(maria);
  expect((await maria.talk(['eligibility'], answers)).out).toContain('MLS(ASCPi)');
});

test('with an answer given nothing is asked', async () => {
  expect(await person().talk(['eligibility', '--credential', 'MLS'], [])).toMatchObject({ code: 0, asked: [] });
  expect(await person().talk(['board', '--target', 'any'], [])).toMatchObject({ code: 0, asked: [] });
});

test('the choice of a board asks where one studied and was trained, and leaves out what is left out', async () => {
  const ravi = person();
  const said = await ravi.talk(
    ['board'],
    [
      ['board.educated', 'Nepall'],
      ['board.educated', 'Nepal'],
      ['board.trained', ''],
      ['board.target', 'any'],
    ],
  );
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.talk).toContain('Did you mean Nepal?');
  expect(said.talk).toContain('(Enter: leave it out)');
  expect(said.out).toBe((await ravi.run('board', '--educated', 'NP', '--target', 'any')).out);
});

test.each(['eligibility', 'board'])('leaving %s saves nothing, because there is nothing to save', async (command) => {
  const ravi = person();
  const first = command === 'board' ? 'board.educated' : 'eligibility.credential';
  const said = await ravi.talk([command], [[first, LEAVE]]);
  expect(said).toMatchObject({ code: 130, out: '' });
  expect(said.err).toContain('you left');
  expect(bytesOf(ravi.home)).toEqual({});
});
