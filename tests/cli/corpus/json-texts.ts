// JSON as it should not be, each kind made of a good document: whether it may be read, must be, or is to be refused.

export type Verdict = 'read' | 'refused' | 'either';

export interface Kind {
  readonly name: string;
  /** of a good text, which is an object or a list, on several lines, and holds a word once: `Ana` */
  readonly of: (good: string) => string | Uint8Array;
  /** of files that people give; those of the store are refused where they are not as they were written */
  readonly verdict: Verdict;
}

const DEPTH = 100_000;
const nested = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
const text = (name: string, of: (good: string) => string, verdict: Verdict = 'refused'): Kind => ({
  name,
  of,
  verdict,
});
const instead = (name: string, content: string): Kind => text(name, () => content);
/** In place of the text that holds the word, with its quotation marks. */
const valued = (name: string, value: string, verdict: Verdict = 'refused'): Kind =>
  text(name, (good) => good.replace('"Ana"', () => value), verdict);
/** After the first bracket, which may be that of a list. */
const begun = (good: string, more: string): string => good.replace(/\{/, () => `{${more}`);
const encoded = (name: string, encode: (good: string) => Uint8Array, verdict: Verdict): Kind => ({
  name,
  of: encode,
  verdict,
});
const wide = (good: string) => Buffer.from(good, 'utf16le');

export const jsonKinds: readonly Kind[] = [
  text('as it was', (good) => good, 'read'),
  encoded('UTF-8 with its mark', (good) => Buffer.from(`\ufeff${good}`), 'either'),
  encoded('UTF-16, little end first', (good) => wide(`\ufeff${good}`), 'either'),
  encoded('UTF-16, big end first', (good) => wide(`\ufeff${good}`).swap16(), 'either'),
  encoded('UTF-16 without its mark', wide, 'refused'),
  encoded('half a unit of UTF-16', (good) => wide(`\ufeff${good}`).subarray(0, -1), 'refused'),
  encoded('Latin-1', (good) => Buffer.from(good.replace('Ana', 'José'), 'latin1'), 'refused'),
  encoded(
    'half of a pair, as bytes',
    (good) => Buffer.from(good.replace('Ana', '\u00ed\u00a0\u0080'), 'latin1'),
    'refused',
  ),
  encoded('a byte that is never in UTF-8', (good) => Buffer.from(good.replace('Ana', '\u00ff'), 'latin1'), 'refused'),
  valued('half of a pair, escaped', '"\\ud800"'),
  valued('a pair the wrong way round', '"\\udc00\\ud800"'),
  valued('an escaped NUL', '"\\u0000"'),
  text('a NUL in a text', (good) => good.replace('Ana', 'A\0a')),
  text('NULs behind', (good) => `${good}\0\0\0`),
  instead('nothing but NULs', '\0'.repeat(4096)),
  instead('an empty file', ''),
  instead('nothing but space', ' \n\t\r\n'),
  text('a mark in the middle', (good) => begun(good, '\ufeff')),
  text('a key twice', (good) => begun(good, '"a": 1, "a": 2, ')),
  text('a key twice, once escaped', (good) => begun(good, '"a": 1, "\\u0061": 2, ')),
  text('the key __proto__', (good) => begun(good, '"__proto__": {"polluted": 1}, '), 'either'),
  text('the key constructor', (good) => begun(good, '"constructor": {"prototype": {"polluted": 1}}, '), 'either'),
  text('deep lists', (good) => begun(good, `"a": ${nested}, `)),
  text('deep objects', (good) => begun(good, `"a": ${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}, `)),
  text('deep and never closed', (good) => begun(good, `"a": ${'['.repeat(DEPTH)}`)),
  instead('nothing but brackets', '['.repeat(1_000_000)),
  valued('a number too large for any', '1e400'),
  valued('a whole number that would be rounded', '123456789012345678901234567890'),
  valued('minus nothing', '-0', 'either'),
  valued('a number with a million digits', '1'.repeat(1_000_000)),
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    '0x1f',
    '007',
    '+1',
    '1.',
    '.5',
    '1e',
    '1_000',
    'undefined',
    'True',
    'nul',
    "'Ana'",
    'Ana',
  ].map((value) => valued(`the value ${value}`, value)),
  ...['"\\x41"', '"\\u12"', '"\\', '"A\na"', '"A\ta"', '"A\u001ba"', '"Ana'].map((value) =>
    valued(`the text ${JSON.stringify(value)}`, value),
  ),
  text('a comma too many', (good) => good.replace(/([}\]])\s*$/, ',$1')),
  text('a comma too few', (good) => begun(good, '"a": 1 ')),
  text('a comma at first', (good) => begun(good, ',')),
  text('a key without its value', (good) => begun(good, '"a", ')),
  text('a key without quotation marks', (good) => begun(good, 'a: 1, ')),
  text('a colon too many', (good) => begun(good, '"a":: 1, ')),
  text('a remark', (good) => `// mine\n${good}`),
  text('another remark', (good) => begun(good, '/* mine */')),
  text('a remark of a shell', (good) => `# mine\n${good}`),
  text('two documents', (good) => `${good}\n${good}`),
  text('words behind', (good) => `${good} and more`),
  text('a bracket too many', (good) => `${good}}`),
  text('cut in the middle', (good) => good.slice(0, good.length / 2)),
  text('the wrong bracket', (good) => good.replace(/[}\]]\s*$/, (end) => (end.startsWith('}') ? ']' : '}'))),
  ...['null', 'true', '42', '"Ana"', '[null]', '[[]]'].map((value) => instead(`${value} alone`, value)),
  text('ten megabytes on one line', (good) => good.replace('Ana', 'x'.repeat(10_000_000))),
  text('ten megabytes of space', (good) => begun(good, ' '.repeat(10_000_000)), 'either'),
  text('a million values', () => `[${'null,'.repeat(1_000_000)}null]`),
  text('a million keys that are one', () => `{${'"a":1,'.repeat(1_000_000)}"a":1}`),
  text('a text of ten megabytes that never ends', () => `{"a": "${'\\"'.repeat(5_000_000)}`),
];
