// What all ways of asking share: a wrong answer is explained and asked again, and `?` explains the question.
import { Failure } from '../../domain/failure.ts';
import type { TextQuestion } from './ask.ts';

export const LEFT = 'you left';

export const cancelled = (cause?: unknown): Failure => new Failure('cancelled', LEFT, undefined, cause);

export type Reading<T> = { readonly value: T } | { readonly explain: string };

/** What an answer comes to, or what to say before the question is asked again. */
export function readAnswer<T>({ read, why, preset }: TextQuestion<T>, typed: string): Reading<T> {
  if (typed.trim() === '?') return { explain: why };
  try {
    return { value: read(typed.trim() === '' && preset !== undefined ? preset : typed) };
  } catch (error) {
    if (error instanceof Failure && error.kind === 'usage') return { explain: explain(error) };
    throw error;
  }
}

/** A failure as sentences of a conversation: without commands and options, which nobody types here. */
export function explain({ message, hint }: Failure): string {
  const plain = message
    .replace(/ is not an answer to --[a-z-]+$/, ' can not be taken here')
    .replace(/ (of|in) --[a-z-]+ /, ' ')
    .replace(/ for --[a-z-]+$/, '');
  const first = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
  const spoken = hint
    ?.replace(/^See .*$/, '')
    .replace(/\. To record it anyway: --force$/, '')
    .replace(/: ascpi [^.]*$/, '');
  return spoken ? `${first} ${spoken}${/[.?!]$/.test(spoken) ? '' : '.'}` : first;
}
