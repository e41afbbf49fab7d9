// Paper: in which countries printers hold another size than A4.
import * as v from 'valibot';
import { civilDateShape } from './civil-date.ts';
import { confidenceShape } from './rule.ts';

/** One file of data/papers. */
export const paperShape = v.strictObject({
  $schema: v.optional(v.string()),
  id: v.literal('letter'),
  title: v.string(),
  /** ISO codes of the countries in which it is the usual paper */
  countries: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.minLength(1)),
  source: v.string(),
  checked: civilDateShape,
  confidence: confidenceShape,
  note: v.optional(v.string()),
});
export type Paper = v.InferOutput<typeof paperShape>;

/** The usual paper of a country; A4 where no other is known to be, and where the country is not known. */
export const usualPaper = (country: string | undefined, papers: readonly Paper[]): 'a4' | Paper['id'] =>
  papers.find(({ countries }) => country !== undefined && countries.includes(country))?.id ?? 'a4';
