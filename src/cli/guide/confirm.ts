// Asks for a yes before what can't be taken back, or what changes many: a plain yes, or the id typed word for word.
import { Failure, quote } from '../../domain/failure.ts';
import type { View } from '../../views/view.ts';
import type { Confirmation } from '../command.ts';
import type { Ask } from './ask.ts';
import { left, confirmation as words } from './sentences.ts';

/** Fails with `cancelled` on anything but a yes. */
export async function confirmWith(ask: Ask, confirmation: Confirmation, preview: View): Promise<void> {
  const { question: message, why, typed } = confirmation;
  await ask.say(preview);
  await ask.say('');
  try {
    if (typed !== undefined) await ask.text({ id: 'confirm.typed', message, why, read: sameAs(typed) });
    else if (!(await ask.choose({ id: 'confirm', message, why, choices: yesOrNo }))) throw no();
  } catch (error) {
    const isLeft = error instanceof Failure && error.kind === 'cancelled';
    throw isLeft ? new Failure('cancelled', error.message, left.nothing, error) : error;
  }
  await ask.say('');
}

const no = () => new Failure('cancelled', words.notAgreed);

const yesOrNo = [
  { title: words.no, value: false },
  { title: words.yes, value: true },
];

const sameAs = (wanted: string) => (answer: string) => {
  if (answer.trim() === wanted) return wanted;
  throw new Failure('usage', `${quote(answer)} is not ${wanted}`, words.orLeave);
};
