// The cycles of a credential: when each begins and ends, when its points are declared, and what opened the next.
import { addDays, type CivilDate, dayDate, LAST_DAY } from './civil-date.ts';
import { applyRule, type Derived, isUnknown, type Link, noticeLink, type Unknown } from './derivation.ts';
import type { FactOf } from './fact.ts';
import { beforehand } from './rule-dates.ts';
import type { Rulebook } from './rulebook.ts';

export type Declared = FactOf<'declared'>;
export type Renewal = FactOf<'renewed' | 'reinstated'>;
export type CycleAct = Declared | Renewal;

/** A derived day that is one day, not a range. */
export type DerivedDay = Derived & { readonly date: CivilDate };
export type DerivedWindow = DerivedDay & { readonly start: CivilDate };

export interface Cycle {
  /** from 1, for the cycles that are known here */
  readonly number: number;
  readonly start: CivilDate;
  /** the last day of the credential, unless it is renewed */
  readonly end: DerivedDay;
  /** between which days its points are declared */
  readonly declaration: DerivedWindow | Unknown;
  readonly declared?: Declared;
  /** what the account showed of the next cycle */
  readonly renewal?: Renewal;
}

export interface Cycles {
  /** oldest first */
  readonly cycles: readonly Cycle[];
  /** why the end of the first, or of the one after the last, is not known */
  readonly unknown?: string;
}

/**
 * The cycles that follow from the end of the first and what was done since, in the order recorded. An act belongs to the
 * last cycle whose declaration had opened on its day; recorded again, the last word counts. A declaration opens the next
 * cycle, whose end is computed until the account shows it.
 */
export function cyclesFrom(
  start: CivilDate,
  end: DerivedDay,
  acts: readonly CycleAct[],
  rulebook: Rulebook,
  number = 1,
): Cycles {
  const declaration = declarationOf(end, rulebook);
  const cycle = { number, start, end, declaration };
  const since = acts.filter(({ on }) => on >= opensOn(cycle));
  const first = [...since].sort((a, b) => (a.on < b.on ? -1 : 1))[0];
  if (!first) return { cycles: [cycle] };
  const guess = nextEnd(end, first, rulebook);
  const until = isUnknown(guess) ? LAST_DAY : opensOn({ start: end.date, declaration: declarationOf(guess, rulebook) });
  const isMine = (act: CycleAct) => act === first || act.on < until;
  const declared = since.findLast((act): act is Declared => act.kind === 'declared' && isMine(act));
  const renewal = since.findLast((act): act is Renewal => act.kind !== 'declared' && isMine(act));
  const closed = { ...cycle, ...(declared ? { declared } : {}), ...(renewal ? { renewal } : {}) };
  const next = nextEnd(end, renewal ?? first, rulebook);
  if (isUnknown(next)) return { cycles: [closed], unknown: next.unknown };
  const after = renewal?.kind === 'reinstated' ? renewal.on : addDays(end.date, 1);
  const later = since.filter((act) => !isMine(act));
  const { cycles, ...rest } = cyclesFrom(renewal?.start ?? after, next, later, rulebook, number + 1);
  return { cycles: [closed, ...cycles], ...rest };
}

/** The first day on which a cycle can be declared; its own first day where no rule tells. */
export const opensOn = ({ start, declaration }: Pick<Cycle, 'start' | 'declaration'>): CivilDate =>
  isUnknown(declaration) ? start : declaration.start;

function declarationOf(end: DerivedDay, rulebook: Rulebook): DerivedWindow | Unknown {
  const opens = beforehand(rulebook, 'cmp-declaration-opens', end);
  const closes = beforehand(rulebook, 'cmp-declaration-closes', end);
  if (isUnknown(opens)) return opens;
  if (isUnknown(closes)) return closes;
  const chain: Link[] = [...opens.chain, ...closes.chain.slice(end.chain.length)];
  return { ...closes, date: closes.date as CivilDate, start: opens.date as CivilDate, chain };
}

/** A length that is counted from the end of the cycle before acts as it was in force when the next began. */
function nextEnd(end: DerivedDay, act: CycleAct, rulebook: Rulebook): DerivedDay | Unknown {
  const link: Link = { kind: 'fact', value: `${actWords[act.kind]} recorded for ${dayDate(act.on)}` };
  if (act.kind !== 'declared') return printedEnd(act.expires, link);
  const sum = applyRule(rulebook, 'cmp-cycle', end.date, 1, addDays(end.date, 1));
  if (isUnknown(sum)) return sum;
  const { latest: date, rule, source, links } = sum;
  return { date, basis: 'rule', provisional: true, rule, source, chain: [...end.chain, link, ...links] };
}

const actWords = { declared: 'Declaration', renewed: 'Renewal', reinstated: 'Reinstatement' } as const;

/** An end as the account shows it. */
export const printedEnd = (date: CivilDate, fact: Link): DerivedDay => ({
  date,
  basis: 'notice',
  provisional: false,
  chain: [fact, noticeLink(`your account or certificate gives ${dayDate(date)} as the end; it wins`)],
});

/** The cycle a day falls in: the last that covers it. */
export const cycleOn = (cycles: readonly Cycle[], day: CivilDate): Cycle | undefined =>
  cycles.findLast(({ start, end }) => start <= day && day <= end.date);

/** The cycle that counts on a day: the last that has begun, though it may be over. */
export const cycleBegun = (cycles: readonly Cycle[], day: CivilDate): Cycle | undefined =>
  cycles.findLast(({ start }) => start <= day) ?? cycles[0];

export type CycleState = 'running' | 'declared' | 'renewed' | 'lapsed';

/** `lapsed`: over, and neither declared nor renewed. One that was reinstated had lapsed before. */
export function stateOf({ end, declared, renewal }: Cycle, today: CivilDate): CycleState {
  if (renewal?.kind === 'reinstated') return 'lapsed';
  if (renewal) return 'renewed';
  if (declared) return 'declared';
  return end.date < today ? 'lapsed' : 'running';
}
