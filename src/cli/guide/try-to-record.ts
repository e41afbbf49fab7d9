// Tries a fact on a journey: one that contradicts another is explained, and can be answered again, kept, or left out.
import type { NewFact } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { recordFact } from '../commands/change.ts';
import type { Run } from '../run.ts';
import { explain } from './answering.ts';
import type { Ask, Choice } from './ask.ts';
import { contradiction } from './sentences.ts';

const choices: readonly Choice<'again' | 'keep' | 'drop'>[] = [
  { title: contradiction.again, value: 'again' },
  { title: contradiction.keep, value: 'keep' },
  { title: contradiction.drop, value: 'drop' },
];

/** The fact, marked as forced where it is kept against another, or undefined when it is left out. Nothing is saved. */
export async function tryToRecord(
  ask: Ask,
  run: Run,
  journey: Journey,
  /** asks; answers that did not fit are handed back, to be offered again */
  talk: (refused: NewFact | undefined) => Promise<NewFact>,
): Promise<NewFact | undefined> {
  let refused: NewFact | undefined;
  for (;;) {
    const fact = await talk(refused);
    try {
      recordFact(run, journey, fact, { name: 'done', verb: ['', ''], what: '' });
      return fact;
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'usage') throw error;
      await ask.say(explain(error));
      const choice = await ask.choose({ id: 'contradiction', ...contradiction.ask, choices });
      if (choice === 'keep') return { ...fact, forced: true };
      if (choice === 'drop') return undefined;
      refused = fact;
    }
  }
}
