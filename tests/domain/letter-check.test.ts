// Letters of authenticity: each answer alone decides its point, and what is not answered stays open.
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { checkLetter, type Letter } from '../../src/domain/letter-check.ts';

const day = (text: string) => text as CivilDate;
const good: Letter = {
  formSigner: 'Dr Ana Cruz',
  letterSigner: 'Dr Ana Cruz',
  formDate: day('2026-09-01'),
  letterDate: day('2026-09-01'),
  handwritten: true,
  letterhead: true,
};
const levels = (letter: Letter) => Object.fromEntries(checkLetter(letter).map(({ id, level }) => [id, level]));
const fine = { signer: 'ok', date: 'ok', signature: 'ok', letterhead: 'ok' };

test.each<[string, Partial<Letter>, object]>([
  ['all is right, dated the same day', {}, {}],
  ['dated later', { letterDate: day('2026-10-01') }, {}],
  ['dated a day before the form', { letterDate: day('2026-08-31') }, { date: 'fail' }],
  ['another signer', { letterSigner: 'Dr Ben Reyes' }, { signer: 'fail' }],
  ['a signer without the title', { letterSigner: 'Ana Cruz' }, { signer: 'unknown' }],
  ['a printed signature', { handwritten: false }, { signature: 'fail' }],
  ['plain paper', { letterhead: false }, { letterhead: 'fail' }],
  ['nothing said about the signature', { handwritten: undefined }, { signature: 'unknown' }],
  ['no day of the form', { formDate: undefined }, { date: 'unknown' }],
  ['no signer of the form', { formSigner: undefined }, { signer: 'unknown' }],
])('%s', (_, change, expected) => {
  expect(levels({ ...good, ...change })).toEqual({ ...fine, ...expected });
});
