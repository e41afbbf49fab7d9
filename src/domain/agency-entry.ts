// What is recorded about staffing agencies: entries that are only ever added. What stands is computed from them.
import * as v from 'valibot';
import { civilDateShape } from './civil-date.ts';
import { answerIds, criterionIdShape } from './criterion.ts';
import { offerChangeShape } from './offer.ts';
import { lineShape } from './text.ts';

export const AGENCY_NAME_LIMIT = 120;
export const EVIDENCE_LIMIT = 500;

const entryId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{4,40}$/, 'is not the id of an entry'));

const common = {
  id: entryId,
  /** the civil day on which it was said or seen */
  on: civilDateShape,
  /** when it was recorded, and by whom */
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/, 'is not a UTC instant')),
  by: lineShape(100),
};
/** the id of the entry that added the agency, which stays when its name changes */
const agency = entryId;
const name = lineShape(AGENCY_NAME_LIMIT);

const entryShape = v.variant('kind', [
  v.strictObject({ ...common, kind: v.literal('added'), name }),
  v.strictObject({ ...common, kind: v.literal('renamed'), agency, name }),
  v.strictObject({
    ...common,
    kind: v.literal('answer'),
    agency,
    criterion: criterionIdShape,
    /** null takes the answer back */
    answer: v.nullable(v.picklist(answerIds)),
    evidence: v.optional(lineShape(EVIDENCE_LIMIT)),
  }),
  v.strictObject({ ...common, kind: v.literal('offer'), agency, parts: offerChangeShape }),
  v.strictObject({ ...common, kind: v.literal('removed'), agency }),
]);
export type AgencyEntry = v.InferOutput<typeof entryShape>;

type WithoutRecord<E> = E extends unknown ? Omit<E, 'id' | 'at' | 'by'> : never;
/** An entry before it is recorded. */
export type NewAgencyEntry = WithoutRecord<AgencyEntry>;

/** The document of a store that holds all agencies. */
export const agenciesShape = v.strictObject({ entries: v.array(entryShape) });
