// CSV as programs and people leave it, each kind made of a good table: whether it is read as the good one, or refused.
import type { Kind, Verdict } from './json-texts.ts';

const text = (name: string, of: (good: string) => string, verdict: Verdict): Kind => ({ name, of, verdict });
const encoded = (name: string, of: (good: string) => Uint8Array, verdict: Verdict): Kind => ({ name, of, verdict });
const wide = (good: string) => Buffer.from(good, 'utf16le');
const header = (good: string): string => good.slice(0, good.indexOf('\n'));

/** The good table has its first cell in quotation marks nowhere, a comma between cells, and a line feed behind each line. */
export const csvKinds: readonly Kind[] = [
  text('as it was', (good) => good, 'read'),
  text('carriage returns and line feeds', (good) => good.replaceAll('\n', '\r\n'), 'read'),
  text('carriage returns alone', (good) => good.replaceAll('\n', '\r'), 'read'),
  text('mixed ends of lines', (good) => good.replace('\n', '\r\n').replace(/\n$/, '\r'), 'read'),
  text('no end of the last line', (good) => good.trimEnd(), 'read'),
  text('empty lines behind', (good) => `${good}\n\n`, 'either'),
  text('every cell in quotation marks', (good) => good.replace(/[^,\n]+/g, '"$&"'), 'read'),
  text('semicolons', (good) => good.replaceAll(',', ';'), 'read'),
  text('tabs', (good) => good.replaceAll(',', '\t'), 'read'),
  encoded('UTF-8 with its mark', (good) => Buffer.from(`\ufeff${good}`), 'read'),
  encoded('UTF-16, little end first', (good) => wide(`\ufeff${good}`), 'read'),
  encoded('UTF-16, big end first', (good) => wide(`\ufeff${good}`).swap16(), 'read'),
  encoded('UTF-16 without its mark', wide, 'refused'),
  text('two marks', (good) => `\ufeff\ufeff${good}`, 'either'),
  text('a NUL', (good) => good.replace('\n', '\n\0'), 'refused'),
  text('nothing but NULs', () => '\0'.repeat(4096), 'refused'),
  text('an empty file', () => '', 'refused'),
  text('nothing but a mark', () => '\ufeff', 'refused'),
  text('nothing but ends of lines', () => '\r\n\r\n', 'refused'),
  text('a header alone', (good) => `${header(good)}\n`, 'either'),
  text('no header', (good) => good.slice(header(good).length + 1), 'refused'),
  text('the header twice', (good) => `${header(good)}\n${good}`, 'refused'),
  text('a column twice', (good) => good.replace(/^(.*?),/, '$1,$1,').replace(/\n(.*?),/g, '\n$1,$1,'), 'refused'),
  text('a cell too few', (good) => good.replace(/,[^,\n]*\n$/, '\n'), 'refused'),
  text('a cell too many', (good) => good.replace(/\n$/, ',x\n'), 'refused'),
  text('a quotation that never ends', (good) => good.replace(/\n([^\n]*)\n$/, '\n"$1\n'), 'refused'),
  text('a quotation mark inside', (good) => good.replace(/\n(..)/, '\n$1"'), 'refused'),
  text('text behind a quotation', (good) => good.replace(/\n([^,]*),/, '\n"$1"x,'), 'refused'),
  text('escapes of another kind', (good) => good.replace(/\n([^,]*),/, '\n"$1\\"x",'), 'refused'),
  text('a web page', () => '<html><table><tr><td>x</td></tr></table></html>', 'refused'),
  text('a file of Excel', () => 'PK\u0003\u0004\0\0\0\0', 'refused'),
  text('ten megabytes on one line', () => `name,month\n${'x'.repeat(10_000_000)},y\n`, 'refused'),
  text('ten megabytes of quotation marks', () => `name,month\n${'"'.repeat(10_000_001)}\n`, 'refused'),
  text('a million columns', () => `${'name,'.repeat(1_000_000)}\n${'x,'.repeat(1_000_000)}\n`, 'refused'),
  text('a million columns in one line', () => `name${','.repeat(1_000_000)}\n`, 'refused'),
  text('two hundred thousand empty lines', (good) => `${good}${'\n'.repeat(200_000)}`, 'either'),
];
