// Text from people: which characters and lengths are kept, so that nothing unreadable enters a journey.
import * as v from 'valibot';

/** Why a text can't be kept as it is, or undefined when it can. Lengths count UTF-16 units. */
export function textFault(text: string, limit: number): string | undefined {
  if (/^[\p{Z}\p{Cf}\s]*$/u.test(text)) return 'is empty';
  if (text.length > limit) return `is longer than ${limit} characters`;
  if (!text.isWellFormed()) return 'has half of a character (a lone surrogate)';
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return 'has a control character or a line break';
  return undefined;
}

/** One line of text of at most `limit` characters. */
export const lineShape = (limit: number) =>
  v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const fault = dataset.typed ? textFault(dataset.value, limit) : undefined;
      if (fault) addIssue({ message: fault });
    }),
  );

/** Some lines of text: what a line may hold, and line breaks and tabs. */
export const noteShape = (limit: number) =>
  v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const fault = dataset.typed ? noteFault(dataset.value, limit) : undefined;
      if (fault) addIssue({ message: fault });
    }),
  );

/** Why some lines of text can't be kept as they are, or undefined when they can. */
export function noteFault(text: string, limit: number): string | undefined {
  if (text.length > limit) return `is longer than ${limit} characters`;
  return textFault(text.replace(/\r\n|[\n\t]/g, ' '), limit);
}

/** For comparing and searching: case, accents and composition do not count. Stored text is never changed. */
export function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
