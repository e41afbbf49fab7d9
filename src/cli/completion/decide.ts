// `ascpi completion`: a script for a shell, or the answer that the scripts ask for.
import { Failure, quote } from '../../domain/failure.ts';
import { once } from '../../domain/once.ts';
import { closest } from '../../domain/suggest.ts';
import { openStore } from '../../stores/index.ts';
import { completionScriptView, completionView } from '../../views/completion.ts';
import type { Command, Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { complete } from './complete.ts';
import { installation, scripts } from './scripts.ts';
import type { Choices } from './values.ts';

export async function decide(
  run: Run,
  [shell = '', ...words]: readonly string[],
  commands: readonly Command[],
): Promise<Outcome> {
  if (shell === 'answer') return { view: completionView(await answer(words, commands, run), run.today) };
  if (words.length > 0) {
    throw new Failure('usage', `${quote(words[0] ?? '')} is one word too many`, 'See: ascpi help completion');
  }
  if (Object.hasOwn(scripts, shell)) {
    const known = shell as keyof typeof scripts;
    return {
      view: completionScriptView(known, scripts[known], installation[known], run.today),
      hints: [`To keep it: ${installation[known]}`],
    };
  }
  const names = Object.keys(scripts);
  const near = closest(shell, names);
  const hint = near ? `Did you mean ${near}?` : `Known: ${names.join(', ')}`;
  throw new Failure('usage', `there is no completion for the shell ${quote(shell)}`, hint);
}

/** Whoever is typing wants no failure of a store that can't be read: then there is nothing to offer. */
async function answer(words: readonly string[], commands: readonly Command[], run: Run): Promise<Choices> {
  const address = words[words.indexOf('--store') + 1];
  const store = words.includes('--store') && address !== undefined ? once(() => openStore(address)) : run.store;
  try {
    return await complete(words, commands, { ...run, store });
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
