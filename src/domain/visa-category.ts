// Categories of the employment-based charts: how the Visa Bulletin names their rows, and how people call them.
import { Failure, quote } from './failure.ts';
import { closest } from './suggest.ts';

interface CategoryEntry {
  readonly title: string;
  /** label of the row, in capital letters and digits alone: rows differ in spaces, hyphens and line breaks */
  readonly row: RegExp;
  /** what people also call it, written the same way */
  readonly also: readonly string[];
}

export const categories = {
  'EB-1': { title: 'first preference: priority workers', row: /^1ST$/, also: ['1ST', 'FIRST', 'E1'] },
  'EB-2': { title: 'second preference: advanced degrees', row: /^2ND$/, also: ['2ND', 'SECOND', 'E2'] },
  'EB-3': {
    title: 'third preference: skilled workers and professionals',
    row: /^3RD$/,
    also: ['3RD', 'THIRD', 'E3', 'SKILLEDWORKERS', 'PROFESSIONALS', 'SKILLEDWORKERSANDPROFESSIONALS'],
  },
  EW: {
    title: 'third preference: other workers',
    row: /^OTHERWORKERS?$/,
    also: ['OTHERWORKERS', 'OTHERWORKER', 'EB3OTHERWORKERS', 'EB3EW', 'EW3', 'EB3UNSKILLED'],
  },
  'schedule-A': { title: 'schedule A workers', row: /^SCHEDULEAWORKERS$/, also: ['SCHEDULEAWORKERS'] },
  'EB-4': { title: 'fourth preference: special immigrants', row: /^4TH$/, also: ['4TH', 'FOURTH', 'E4'] },
  SR: {
    title: 'fourth preference: certain religious workers',
    row: /^CERTAINRELIG(IOUS|IUOS)WORKERS$/,
    also: ['CERTAINRELIGIOUSWORKERS', 'RELIGIOUSWORKERS', 'EB4RELIGIOUSWORKERS'],
  },
  translators: { title: 'Iraqi and Afghani translators', row: /^IRAQIAFGHANITRANSLATORS$/, also: [] },
  'EB-5': { title: 'fifth preference', row: /^5TH$/, also: ['5TH', 'FIFTH', 'E5'] },
  'EB-5-targeted': {
    title: 'fifth preference: targeted employment areas, regional centers',
    row: /^(5TH)?TARGETEDEMPLOYMENTAREASREGIONALCENTERS(ANDPILOTPROGRAMS)?$/,
    also: [],
  },
  'EB-5-pilot': { title: 'fifth preference: pilot programs', row: /^5THPILOTPROGR?AMS$/, also: [] },
  'EB-5-non-regional': {
    title: 'fifth preference: non-regional center',
    row: /^5THNONREGIONALCENTER(C5ANDT5)?$/,
    also: [],
  },
  'EB-5-regional': { title: 'fifth preference: regional center', row: /^5THREGIONALCENTER(I5ANDR5)?$/, also: [] },
  'EB-5-unreserved-regional': {
    title: 'fifth preference: unreserved, regional center alone',
    row: /^5THUNRESERVEDI5ANDR5$/,
    also: [],
  },
  'EB-5-unreserved': {
    title: 'fifth preference: unreserved',
    row: /^5THUNRESERVED(C5T5ANDALLOTHERS|INCLUDINGC5T5I5R5(NURU)?)?$/,
    also: [],
  },
  'EB-5-rural': { title: 'fifth preference: set aside, rural', row: /^5THSETASIDERURAL/, also: [] },
  'EB-5-high-unemployment': {
    title: 'fifth preference: set aside, high unemployment',
    row: /^5THSETASIDEHIGHUNEMPLOYMENT/,
    also: [],
  },
  'EB-5-infrastructure': {
    title: 'fifth preference: set aside, infrastructure',
    row: /^5THSETASIDEINFRASTRUCTURE/,
    also: [],
  },
} as const satisfies Record<string, CategoryEntry>;

export type CategoryId = keyof typeof categories;
export const categoryIds = Object.keys(categories) as CategoryId[];

const entryOf = (id: CategoryId): CategoryEntry => categories[id];

/** Capital letters and digits alone: what is left of a label whatever its spaces, hyphens, footnotes and line breaks. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** The category of a row, or undefined where no bulletin read so far had such a row. */
export const categoryOfRow = (label: string): CategoryId | undefined =>
  categoryIds.find((id) => entryOf(id).row.test(lettersOf(label)));

/** Fails with `usage`, suggesting the nearest. */
export function parseCategory(text: string): CategoryId {
  const letters = lettersOf(text);
  const found = categoryIds.find((id) => lettersOf(id) === letters || entryOf(id).also.includes(letters));
  if (found) return found;
  const near = closest(text.replace(/^eb(?=\d)/i, 'EB-'), categoryIds);
  throw new Failure(
    'usage',
    `${quote(text)} is not an employment-based category of the Visa Bulletin`,
    near ? `Did you mean ${near}?` : 'Your petition says which, for example EB-3',
  );
}
