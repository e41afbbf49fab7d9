// Asks for a secret without showing it; twice where a slip of the finger would lock its owner out.
import { Failure } from '../../domain/failure.ts';
import type { SecretQuestion } from '../run.ts';
import type { Ask } from './ask.ts';
import { secret as words } from './sentences.ts';

export async function askSecret(ask: Ask, { what, why, twice }: SecretQuestion): Promise<string> {
  const typed = (message: string, id: string) => ask.text({ id, message, why, read: something, hidden: true });
  for (;;) {
    const first = await typed(words.ask(what), 'secret');
    if (!twice || first === (await typed(words.again(what), 'secret.again'))) return first;
    await ask.say(`${words.differs}. ${words.retry}.`);
  }
}

function something(text: string): string {
  if (text !== '') return text;
  throw new Failure('usage', words.empty);
}
