// Checklists: what to prepare for each step, and which items are for this journey.
import * as v from 'valibot';
import { civilDateShape } from './civil-date.ts';
import { confidenceShape } from './rule.ts';
import { stepIds } from './steps.ts';

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
  source: v.string(),
  checked: civilDateShape,
  confidence: confidenceShape,
});
export type ChecklistItem = v.InferOutput<typeof itemShape>;

/** One file of data/checklists. */
export const checklistShape = v.strictObject({
  $schema: v.optional(v.string()),
  step: v.picklist(stepIds),
  title: v.string(),
  items: v.array(itemShape),
});
export type Checklist = v.InferOutput<typeof checklistShape>;

export interface Applicant {
  readonly country?: string | undefined;
  /** credential code, `MLS` */
  readonly code: string;
  readonly route?: number | undefined;
}

/** Whether an item is for this applicant; what the applicant has not said leaves an item in. */
export function isFor(item: ChecklistItem, who: Applicant): boolean {
  const country = who.country === undefined || (item.countries?.includes(who.country) ?? true);
  const route =
    item.routes?.some((each) => {
      const [code, number] = each.split('/');
      return code === who.code && (number === undefined || who.route === undefined || Number(number) === who.route);
    }) ?? true;
  return country && route;
}
