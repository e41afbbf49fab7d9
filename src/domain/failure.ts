// A failure: what kind it is, what is wrong, and what to type next. The one error type of the program.

import { masked } from './masked.ts';

/** What went wrong, in the terms that decide the exit code (see cli/exit-codes.ts). */
export type FailureKind = 'bug' | 'machine' | 'usage' | 'missing' | 'damaged' | 'conflict' | 'cancelled';

export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly kind: FailureKind,
    /** What is wrong, the offending value in double quotes; no full stop at the end. */
    message: string,
    /** The remedy: what to type or to look at next. */
    readonly hint?: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** Quotes a value for a message: hides passwords, escapes what would harm a terminal, and cuts what is too long to read. */
export function quote(value: string): string {
  const safe = masked(value);
  const whole = JSON.stringify(safe.length > 60 ? `${safe.slice(0, 60)}…` : safe);
  return whole.replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/g,
    (char, at: number) => (isPaired(whole, at) ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

function isPaired(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdbff) return /^[\udc00-\udfff]/.test(text.slice(at + 1));
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && /[\ud800-\udbff]$/.test(text.slice(0, at));
  return false;
}
