// Credentials: what can be earned, by which routes, with which documents, and what nobody has published.
import * as v from 'valibot';
import { civilDateShape } from './civil-date.ts';
import { confidenceShape } from './rule.ts';

const routeShape = v.strictObject({
  /** the board's own number; numbers have holes and change, so never a position in a list */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** each line one condition, all of which must hold */
  requires: v.array(v.string()),
  /** ids of items in data/checklists */
  documents: v.array(v.string()),
  source: v.string(),
  checked: civilDateShape,
  confidence: confidenceShape,
  note: v.optional(v.string()),
});
export type Route = v.InferOutput<typeof routeShape>;

/** One file of data/credentials. */
export const credentialShape = v.strictObject({
  $schema: v.optional(v.string()),
  /** what is printed behind a name, `MLS(ASCPi)` */
  id: v.pipe(v.string(), v.regex(/^[A-Z]+\(ASCPi\)$/)),
  /** `MLS` */
  code: v.pipe(v.string(), v.regex(/^[A-Z]+$/)),
  title: v.string(),
  level: v.picklist(['technician', 'technologist', 'specialist']),
  /** older or other names people type */
  aliases: v.array(v.string()),
  page: v.string(),
  routes: v.array(routeShape),
  /** what is not known about it, one sentence each */
  unknown: v.array(v.string()),
  source: v.string(),
  checked: civilDateShape,
  confidence: confidenceShape,
});
export type Credential = v.InferOutput<typeof credentialShape>;

/** Finds a credential by `MLS`, `MLS(ASCPi)` or an alias, in any case. */
export function findCredential(credentials: readonly Credential[], text: string): Credential | undefined {
  const wanted = text.trim().toLowerCase();
  return credentials.find(({ id, code, aliases }) =>
    [id, code, ...aliases].some((name) => name.toLowerCase() === wanted),
  );
}
