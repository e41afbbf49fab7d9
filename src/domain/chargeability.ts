// Chargeability areas: the columns of the Visa Bulletin, and which of them counts for a country of birth.
import * as v from 'valibot';
import { lettersOf } from './visa-category.ts';

interface AreaEntry {
  readonly title: string;
  /** heading of the column, in capital letters and digits alone; spellings of older bulletins are among them */
  readonly heading: RegExp;
  /** ISO codes of the countries it is for */
  readonly countries: readonly string[];
}

export const areas = {
  all: {
    title: 'all chargeability areas except those listed',
    heading: /^ALLCHARGE?ABILITYAREAS?EXCEPTT?HOSELISTED$/,
    countries: [],
  },
  china: { title: 'China, mainland born', heading: /^(CHINA(MAINLAND(BORN)?)?|CH)$/, countries: ['CN'] },
  'dominican-republic': { title: 'Dominican Republic', heading: /^DOMINICANREPUBLIC$/, countries: ['DO'] },
  'el-salvador-guatemala-honduras': {
    title: 'El Salvador, Guatemala, Honduras',
    heading: /^ELSALVADORGUATEMALA(AND)?HONDURAS$/,
    countries: ['SV', 'GT', 'HN'],
  },
  india: { title: 'India', heading: /^(INDIA|IN)$/, countries: ['IN'] },
  mexico: { title: 'Mexico', heading: /^(MEXICO|ME)$/, countries: ['MX'] },
  philippines: { title: 'Philippines', heading: /^(PHILIPPINES|PHILLIPINES|PH)$/, countries: ['PH'] },
  vietnam: { title: 'Vietnam', heading: /^VIETNAM$/, countries: ['VN'] },
} as const satisfies Record<string, AreaEntry>;

export type AreaId = keyof typeof areas;
export const areaIds = Object.keys(areas) as AreaId[];

const entryOf = (id: AreaId): AreaEntry => areas[id];

/** A country of birth, ISO 3166 alpha-2, or `all`: any that has no column of its own. */
export const chargeabilityShape = v.pipe(v.string(), v.regex(/^([A-Z]{2}|all)$/, 'is not a country code, or all'));
export type Chargeability = v.InferOutput<typeof chargeabilityShape>;

/** Which column counts for a birth there is a question of law whose answer changed; this tool does not answer it. */
export const unsettled: readonly string[] = ['HK', 'MO'];

/** The column with this heading, or undefined where no bulletin read so far had one. */
export const areaOfHeading = (heading: string): AreaId | undefined =>
  areaIds.find((id) => entryOf(id).heading.test(lettersOf(heading)));

/** The column that a country has, or at times had, for itself. */
export const ownArea = (country: Chargeability): AreaId | undefined =>
  areaIds.find((id) => entryOf(id).countries.includes(country));
