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

/**
 * Signs above and below letters that one may leave out when typing. Not those of Indic and Thai letters, which are vowels,
 * nor the two of kana, which make other letters. In a function, because most runs never need this large pattern.
 */
const signs = () =>
  /(?![\u3099\u309a])(?=\p{Mn})[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]|[\p{Cf}\u0640]/gu;

/** Letters that no decomposition takes apart, as they are typed where a keyboard lacks them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ đ: 'd', ð: 'd', ɖ: 'd', ɗ: 'd', ł: 'l', ø: 'o', ı: 'i', ħ: 'h', ŧ: 't', ɓ: 'b', ƙ: 'k', ƴ: 'y', ŋ: 'n' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ' },
  ...{ '‘': "'", '’': "'", ʻ: "'", ʼ: "'", '“': '"', '”': '"', '‐': '-', '‑': '-' },
};

/**
 * For comparing, searching and sorting: case, accents, width and composition do not count, and letters with a stroke are
 * those without. Stored text is never changed.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(signs(), '')
    .toLowerCase()
    .replace(/[^ -~]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}
