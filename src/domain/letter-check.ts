// The letter of authenticity beside its form: same signer, on letterhead, signed by hand, dated the day of the form or later.
import { type CivilDate, dayDate } from './civil-date.ts';
import { compareNames } from './name-check.ts';

export interface Letter {
  readonly formSigner?: string | undefined;
  readonly letterSigner?: string | undefined;
  readonly formDate?: CivilDate | undefined;
  readonly letterDate?: CivilDate | undefined;
  readonly handwritten?: boolean | undefined;
  readonly letterhead?: boolean | undefined;
}

/** `unknown`: not answered, so it is still to be looked at. */
export interface LetterFinding {
  readonly id: 'signer' | 'date' | 'signature' | 'letterhead';
  readonly level: 'ok' | 'fail' | 'unknown';
  readonly message: string;
}

export const checkLetter = (letter: Letter): LetterFinding[] => [
  signerOf(letter),
  dateOf(letter),
  yesNo('signature', letter.handwritten, 'the signature is by hand', 'the signature must be by hand'),
  yesNo('letterhead', letter.letterhead, 'it is on letterhead', 'it must be on letterhead'),
];

function signerOf({ formSigner, letterSigner }: Letter): LetterFinding {
  if (!formSigner || !letterSigner) return { id: 'signer', level: 'unknown', message: 'who signed is not compared' };
  const { likeness } = compareNames(formSigner, letterSigner);
  if (likeness === 'same') return { id: 'signer', level: 'ok', message: 'one person signed form and letter' };
  const close = likeness === 'spelling' || likeness === 'order' || likeness === 'shorter';
  return close
    ? { id: 'signer', level: 'unknown', message: 'the signers are written differently: see that they are one person' }
    : { id: 'signer', level: 'fail', message: 'the person who signed the form must sign the letter too' };
}

function dateOf({ formDate, letterDate }: Letter): LetterFinding {
  if (!formDate || !letterDate) return { id: 'date', level: 'unknown', message: 'the days are not compared' };
  return letterDate < formDate
    ? {
        id: 'date',
        level: 'fail',
        message: `the letter of ${dayDate(letterDate)} is older than the form of ${dayDate(formDate)}`,
      }
    : { id: 'date', level: 'ok', message: 'the letter is not older than the form' };
}

const yesNo = (id: LetterFinding['id'], answer: boolean | undefined, yes: string, no: string): LetterFinding => ({
  id,
  level: answer === undefined ? 'unknown' : answer ? 'ok' : 'fail',
  message: answer === true ? yes : answer === false ? no : `${no}: look at it`,
});
