// Checklists: what to prepare for a step or for an occasion, and which items are for this journey.
import * as v from 'valibot';
import { addDays, type CivilDate, civilDateShape } from './civil-date.ts';
import { isThere } from './document.ts';
import type { Fact } from './fact.ts';
import { confidenceShape } from './rule.ts';
import { stageIds } from './stages.ts';
import { stepIds } from './steps.ts';

/** Of a paper or test that ends one day. */
const lifeShape = v.strictObject({
  /** in a sentence: `passport` */
  name: v.string(),
  /** stages that must be over before it ends: the first in every plan, the others in a plan that leads to them */
  neededUntil: v.pipe(v.array(v.picklist(stageIds)), v.minLength(1)),
  /** where its last day follows from a step, the date that says it */
  date: v.optional(v.literal('credential-expires')),
  /** the stage that is over once it is there */
  proves: v.optional(v.picklist(stageIds)),
});

const week = v.pipe(v.number(), v.integer(), v.minValue(-104), v.maxValue(104));
const weeksShape = v.strictObject({ from: week, to: week });
export type Weeks = v.InferOutput<typeof weeksShape>;

/** Of a paper that somebody else issues. */
const documentShape = v.strictObject({
  /** in a sentence after "issued by": `your training programme` */
  issuer: v.string(),
  /** how many the board takes; absent where nobody has published it */
  copies: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

const itemShape = v.strictObject({
  /** unique over all checklists: `check <id>` needs no step */
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  title: v.string(),
  /** why or how, in one or two short sentences */
  detail: v.string(),
  /** what commonly goes wrong */
  pitfalls: v.optional(v.array(v.string()), []),
  /** ISO country codes it is for; absent: all */
  countries: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)))),
  /** `<credential code>/<route number>` or `<credential code>`; absent: all */
  routes: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]+(\/\d+)?$/)))),
  document: v.optional(documentShape),
  /** boards whose way it belongs to; absent: all */
  boards: v.optional(v.array(v.string())),
  life: v.optional(lifeShape),
  /** when it is for, in weeks from the arrival; what comes before it is negative */
  weeks: v.optional(weeksShape),
  /** the places that ask for it, by their postal codes */
  askedIn: v.optional(v.record(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), v.string())),
  source: v.string(),
  checked: civilDateShape,
  confidence: confidenceShape,
});
export type ChecklistItem = v.InferOutput<typeof itemShape>;

const content = {
  $schema: v.optional(v.string()),
  title: v.string(),
  items: v.array(itemShape),
};

/** One file of data/checklists, named for its step, or for an occasion that is no step: an interview, the arrival. */
export const checklistShape = v.variant('step', [
  v.strictObject({ step: v.picklist(stepIds), ...content }),
  v.strictObject({
    step: v.exactOptional(v.never()),
    occasion: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
    ...content,
  }),
]);
export type Checklist = v.InferOutput<typeof checklistShape>;

/** The step or the occasion, which is also the name of its file. */
export const checklistId = (list: Checklist): string => ('occasion' in list ? list.occasion : list.step);

/** A paper or a test that is on its way: somebody issues it, it ends one day, or a route asks for it. */
export const isPaper = ({ id, document, life }: ChecklistItem, ofRoutes: readonly string[]): boolean =>
  document !== undefined || (life !== undefined && !life.date) || ofRoutes.includes(id);

export interface Applicant {
  readonly country?: string | undefined;
  /** credential code, `MLS` */
  readonly code?: string | undefined;
  readonly route?: number | undefined;
  /** `ASCPi` */
  readonly board?: string | undefined;
}

/** Whether an item is for this applicant; what the applicant has not said leaves an item in. */
export function isFor(item: ChecklistItem, who: Applicant): boolean {
  const country = who.country === undefined || (item.countries?.includes(who.country) ?? true);
  const route =
    item.routes?.some((each) => {
      const [code, number] = each.split('/');
      if (who.code === undefined) return true;
      return code === who.code && (number === undefined || who.route === undefined || Number(number) === who.route);
    }) ?? true;
  const board = who.board === undefined || (item.boards?.includes(who.board) ?? true);
  return country && route && board;
}

export interface Tick {
  readonly on: CivilDate;
  readonly validUntil?: CivilDate | undefined;
}

/** Ticks that stand, by the id of their item, those of papers that were received too; the last word on an item counts. */
export function ticksIn(facts: readonly Fact[]): ReadonlyMap<string, Tick> {
  const ticks = new Map<string, Tick>();
  for (const fact of facts) {
    if (fact.kind === 'document' && isThere(fact.state)) {
      ticks.set(fact.item, { on: fact.on, validUntil: fact.validUntil ?? ticks.get(fact.item)?.validUntil });
    }
    if (fact.kind !== 'check') continue;
    if (fact.ticked) ticks.set(fact.item, { on: fact.on, validUntil: fact.validUntil });
    else ticks.delete(fact.item);
  }
  return ticks;
}

/** The days of weeks that are counted from the arrival. */
export const daysOf = (
  { from, to }: Weeks,
  arrival: CivilDate,
): { readonly from: CivilDate; readonly to: CivilDate } => ({
  from: addDays(arrival, from * 7),
  to: addDays(arrival, to * 7),
});
