// Countries by ISO 3166 code or English name, from the data that comes with Node.
import { Failure, quote } from '../domain/failure.ts';
import { closest } from '../domain/suggest.ts';
import { searchable } from '../domain/text.ts';

// Codes that the data names although they are no countries.
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);

function countries(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Map(
    codes.flatMap((code) => {
      const name = NOT_COUNTRIES.has(code) ? undefined : names.of(code);
      return name === undefined ? [] : [[searchable(name), code] as const];
    }),
  );
}

/** Fails with `usage`, suggesting the nearest name. */
export function countryCode(text: string): string {
  const byName = countries();
  const wanted = searchable(text.trim());
  const code = byName.get(wanted) ?? [...byName.values()].find((each) => each.toLowerCase() === wanted);
  if (code) return code;
  const near = closest(wanted, [...byName.keys()]);
  const hint = near
    ? `Did you mean ${near.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}?`
    : 'Give its English name or two-letter code, for example PH';
  throw new Failure('usage', `${quote(text)} is not a country this tool knows`, hint);
}

/** Its English name; the code itself where it has none. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(code) ?? code;
