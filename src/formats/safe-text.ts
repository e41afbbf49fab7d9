// Makes any text safe to show: what is invisible or steers a terminal becomes visible, right-to-left text is isolated.
// The large patterns stand in functions: most runs meet only simple text and never make them.
import { isSimple } from './width.ts';

/**
 * Control characters, line and paragraph separators, bidi marks and overrides, zero-width and other invisible
 * characters, halves of surrogate pairs, code points that stand for no character. The joiners U+200C and U+200D stay, scripts and emoji need them; so do
 * tag characters where they spell a flag.
 */
const hidden = () =>
  /[\p{Cc}\p{Cs}\p{NChar}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,5})[\u{e0000}-\u{e007f}]/gu;

/** Whether there are letters that run right to left, or signs or digits of their scripts. */
export const hasRightToLeft = (text: string): boolean =>
  !isSimple(text) && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text);

/** Replaces each hidden character by what `substitute` makes of it. */
export const replaceHidden = (text: string, substitute: (character: string) => string): string =>
  isSimple(text) ? text : text.replace(hidden(), substitute);

/** Hidden characters written out: U+202E becomes the eight characters `\u{202e}`. */
export const visible = (text: string): string =>
  replaceHidden(text, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** Keeps right-to-left text from reordering what stands around it. Call it on a piece of one line, after `visible`. */
export const isolated = (text: string): string => (hasRightToLeft(text) ? `\u2068${text}\u2069` : text);
