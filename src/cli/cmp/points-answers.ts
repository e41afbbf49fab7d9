// Reads points and areas as they are typed.
import { OTHER } from '../../domain/cmp-points.ts';
import { AREA, MOST_POINTS } from '../../domain/fact.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { closest } from '../../domain/suggest.ts';
import { areaTitle } from '../../views/cmp-words.ts';

/** Fails with `usage`. */
export function readPoints(text: string, least: 0 | 0.01 = 0.01): number {
  const points = /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  if (points >= least && points <= MOST_POINTS) return points;
  throw new Failure(
    'usage',
    `${quote(text)} is not a number of points`,
    `Write it like 2 or 1.5, with at most two decimals and at most ${MOST_POINTS}`,
  );
}

/** `Blood Banking` and `blood_banking` are `blood-banking`; an area goes by its title too. */
const slug = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

/** One of the areas that are known. Fails with `usage`. */
export function readArea(text: string, known: readonly string[]): string {
  const typed = slug(text);
  const found = known.find((id) => id === typed || slug(areaTitle(id)) === typed);
  if (found) return found;
  const near = closest(typed, known);
  throw new Failure(
    'usage',
    `there is no area ${quote(text)}`,
    near ? `Did you mean ${near}?` : `Areas: ${known.join(', ')}. What fits none of the others is ${OTHER}`,
  );
}

/** An area as an account may name it, known here or not. Fails with `usage`. */
export function readNewArea(text: string, known: readonly string[]): string {
  const typed = slug(text);
  const found = known.find((id) => id === typed || slug(areaTitle(id)) === typed);
  if (found) return found;
  if (AREA.test(typed) && typed.length <= 40) return typed;
  throw new Failure(
    'usage',
    `${quote(text)} is not the name of an area`,
    'Write it in small letters, words joined by hyphens, like blood-banking',
  );
}
