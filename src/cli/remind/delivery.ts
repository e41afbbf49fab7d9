// What every way of sending messages has to offer.
import type { Letter } from './letter.ts';
import type { Due } from './letter-words.ts';

/** Where a message went, or why it could not be delivered: it is then tried again another time. */
export type Delivered =
  | { readonly to: string }
  /** `silent`: nobody answered, so that the next message may fare no better */
  | { readonly failed: string; readonly silent: boolean };

export interface Delivery {
  /** Why nothing can go to this candidate this way; undefined where it can. */
  readonly refusal: (due: Due) => string | undefined;
  /** Asked once before the first message; fails where none could be delivered at all. */
  readonly open: () => Promise<void>;
  /** Fails only where the rest can't be delivered either. The same letter again does no harm. */
  readonly deliver: (letter: Letter) => Promise<Delivered>;
  /**
   * So many are recorded as sent together. More than one only where delivering the same letter twice leaves no second
   * one: a crash before they are recorded delivers them again.
   */
  readonly together: number;
  /** at least this long between the beginnings of two messages, in milliseconds */
  readonly pace: number;
}

const LONGEST_REASON = 200;

/** What somebody else's program said, as one line that can be kept and shown. */
export function reasonOf(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REASON);
  return line.isWellFormed() && line !== '' ? line : 'it did not say why';
}

export const NO_ADDRESS = 'no mail address is known';
