// What fuzzing feeds: anything at all, valid examples changed here and there, and long repetitions that find slow patterns.
import fc from 'fast-check';

/** What parsers stumble over, by itself or amid valid text. */
const tokens = [
  ...[
    '"',
    "'",
    '\\',
    ',',
    ';',
    '|',
    '\t',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '=',
    ':',
    '/',
    '//',
    '@',
    '%',
    '%00',
    '%zz',
    '#',
    '?',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '{{',
    '}}',
    '(',
    ')',
    '<',
    '>',
    '<table>',
    '</',
    '<!--',
    '<tr><td>',
    '&amp;',
    '-',
    '--',
    '_',
    '.',
    '..',
    '*',
  ],
  ...['0', '-0', '1e400', '1e-400', '007', '9'.repeat(20), '0.1', 'NaN', 'Infinity', 'null', 'true', '[]', '{}', '""'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', '../', 'CON'],
  ...['2026-02-30', '0000-00-00', '2199-12-31', '1900-01-01', '29FEB24', '10000y', '01:30', 'T08:30', 'Z', 'C', 'U'],
  ...[
    '\0',
    '\u0007',
    '\u001b[31m',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '\ud800',
    '\udfff',
  ],
  ...['é', 'e\u0301', 'ß', 'ı', 'İ', 'ﬁ', '٣', '२', '𝟚', '陈', 'Ⅷ', '👩🏽‍🔬', '\u0300'.repeat(40), 'a', 'Z'],
] as const;

const token = fc.oneof(fc.constantFrom(...tokens), fc.string({ unit: 'binary', maxLength: 3 }));

interface Change {
  readonly deed: 'insert' | 'delete' | 'replace' | 'repeat' | 'cut' | 'swap';
  /** where, as a part of the whole */
  readonly at: number;
  readonly length: number;
  readonly token: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  deed: fc.constantFrom('insert', 'delete', 'replace', 'repeat', 'cut', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 12 }),
  token,
});

function changed(text: string, { deed, at, length, token: put }: Change): string {
  const start = Math.floor(at * text.length);
  const [before, piece, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  const deeds = {
    insert: () => before + put + piece + after,
    delete: () => before + after,
    replace: () => before + put + after,
    repeat: () => before + piece.repeat(length) + after,
    cut: () => before,
    swap: () => before + [...piece].reverse().join('') + after,
  } as const;
  return deeds[deed]();
}

const mutated = (examples: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...examples), fc.array(change, { maxLength: 5 }))
    .map(([example, changes]) => changes.reduce(changed, example));

/** Patterns that try every way of dividing what repeats show themselves here. */
const repetitive = (examples: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', ...examples),
      fc.array(token, { minLength: 1, maxLength: 3 }),
      fc.nat({ max: 20_000 }),
      token,
    )
    .map(([example, parts, count, end]) => example + parts.join('').repeat(count).slice(0, 60_000) + end);

export const anyText = (examples: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: mutated(examples) },
    { weight: 3, arbitrary: fc.array(token, { maxLength: 12 }).map((parts) => parts.join('')) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: repetitive(examples) },
  );

const encodings: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'latin1'),
];

/** Text in some encoding, sometimes with bytes changed, and bytes that are no text. */
export function anyBytes(examples: readonly string[]): fc.Arbitrary<Uint8Array> {
  const encoded = fc
    .tuple(anyText(examples), fc.constantFrom(...encodings, ...Array(6).fill(encodings[0])))
    .map(([text, encode]) => encode(text));
  const spoiled = fc
    .tuple(encoded, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 }))
    .map(([bytes, spots]) => {
      const copy = Uint8Array.from(bytes);
      for (const [at, byte] of spots) if (copy.length > 0) copy[at % copy.length] = byte;
      return copy;
    });
  return fc.oneof(
    { weight: 6, arbitrary: encoded },
    { weight: 3, arbitrary: spoiled },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  );
}
