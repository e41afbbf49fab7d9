// Derivations: a day together with the facts, notices, rules and adjustments that lead to it.
import { type CivilDate, dayDate, isCivilDate, longDate } from './civil-date.ts';
import type { Fact } from './fact.ts';
import { addPeriod, type Period } from './period.ts';
import { remembering } from './remembering.ts';
import { type Confidence, describeValue, type RuleInForce, type RuleValue } from './rule.ts';
import type { Rulebook } from './rulebook.ts';
import { steps } from './steps.ts';

/** One link of the chain behind a date. */
export interface Link {
  readonly kind: 'fact' | 'notice' | 'rule' | 'assumption' | 'override' | 'adjustment';
  readonly value: string;
  readonly rule?: string;
  readonly source?: string;
  readonly checked?: CivilDate;
  readonly confidence?: Confidence;
  readonly note?: string;
}

/** `assumption`: computed from a length that nobody has published. */
export type Basis = 'fact' | 'notice' | 'rule' | 'assumption';

/** A moment on the clocks of one zone, and on those of the candidate where they show something else. */
export interface Moment {
  /** `2027-01-14T08:30` */
  readonly at: string;
  readonly zone: string;
  readonly inYourZone?: { readonly at: string; readonly zone: string };
}

export interface Span {
  readonly date?: CivilDate;
  readonly earliest?: CivilDate;
  readonly latest?: CivilDate;
  readonly start?: CivilDate;
}

export interface Derived extends Span {
  readonly basis: Basis;
  /** a rule computed it and a notice may yet overrule it */
  readonly provisional: boolean;
  readonly rule?: string;
  readonly source?: string;
  /** the last moment, where more than the day is known */
  readonly moment?: Moment;
  readonly chain: readonly Link[];
}

/** A date whose facts exist but that can't be computed, and why. */
export interface Unknown {
  readonly unknown: string;
}

export const isUnknown = <T extends object>(value: T | Unknown): value is Unknown => 'unknown' in value;

/** The last day of a date or range: the one that counts down. */
export const endOf = ({ date, latest }: Span): CivilDate => (date ?? latest) as CivilDate;

export const factLink = (fact: Fact & { kind: keyof typeof steps }, what?: string): Link => ({
  kind: 'fact',
  value: what ?? `${steps[fact.kind].title} recorded for ${dayDate(fact.on)}`,
});

export const noticeLink = (value: string): Link => ({ kind: 'notice', value });

function ruleLinks(rule: RuleInForce, says: string): Link[] {
  const { id, source, checked, confidence, note, replaces } = rule;
  const own: Link = {
    kind: 'override',
    rule: id,
    value: `your own value ${describeValue(rule.value)} stands in its place`,
  };
  const sourced = { source, checked, confidence, ...(note === undefined ? {} : { note }) };
  const link: Link = {
    kind: rule.kind === 'assumption' ? 'assumption' : 'rule',
    rule: id,
    value: `${rule.title}: ${says}`,
    ...sourced,
  };
  return replaces ? [link, own] : [link];
}

const periodsOf = (value: RuleValue): [Period, Period] | undefined => {
  if ('closedFrom' in value || 'count' in value || 'amount' in value || 'passing' in value) return undefined;
  if ('points' in value || 'questions' in value || 'megabytes' in value || 'daysBefore' in value) return undefined;
  return 'from' in value ? [value.from, value.to] : [value, value];
};

/** What a date names as its source where a value of the user's own acts. */
export const OWN_VALUE = 'your own value';

export interface RuleSum {
  /** first and last day; the same where the rule's value is one period */
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
  readonly rule: string;
  readonly source: string;
  readonly links: readonly Link[];
}

/** Adds (or with sign -1 takes off) the period of the rule in force on `clock`, which is the anchor unless given. */
export function applyRule(
  rulebook: Rulebook,
  id: string,
  anchor: CivilDate,
  sign: 1 | -1 = 1,
  clock: CivilDate = anchor,
): RuleSum | Unknown {
  return sums(rulebook, `${id} ${anchor} ${sign} ${clock}`, () => sumOf(rulebook, id, anchor, sign, clock));
}

const sums = remembering<Rulebook, RuleSum | Unknown>();

function sumOf(rulebook: Rulebook, id: string, anchor: CivilDate, sign: 1 | -1, clock: CivilDate): RuleSum | Unknown {
  const rule = rulebook.inForce(id, clock);
  if (!rule) return { unknown: `no value of the rule ${id} is known for ${clock}` };
  const periods = periodsOf(rule.value);
  if (!periods) return { unknown: `the rule ${id} has no period of time` };
  const [from, to] = periods.map((period) => addPeriod(anchor, period, rulebook.calendars, sign));
  if (!from || !to) return { unknown: `the rule ${id} has no period of time` };
  if (!isCivilDate(from.date) || !isCivilDate(to.date))
    return { unknown: `the rule ${id} leads outside the years known` };
  const says = `${describeValue(rule.replaces ?? rule.value)} ${sign === 1 ? 'after' : 'before'} ${dayDate(anchor)}`;
  const adjustments = [...new Set([...from.adjustments, ...to.adjustments])];
  return {
    earliest: from.date,
    latest: to.date,
    rule: id,
    source: rule.replaces ? OWN_VALUE : rule.source,
    links: [...ruleLinks(rule, says), ...adjustments.map((value): Link => ({ kind: 'adjustment', value }))],
  };
}

/** The end of the chain: what it comes to. */
export const spanText = (span: Span): string =>
  span.date ? longDate(span.date) : `${longDate(span.earliest as CivilDate)} to ${longDate(span.latest as CivilDate)}`;
