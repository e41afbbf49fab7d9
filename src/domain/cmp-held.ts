// The credentials that are held, each with its cycles: the one the journey leads to, and others recorded besides it.
import type { StepFacts } from './attempts.ts';
import { type CivilDate, dayDate } from './civil-date.ts';
import { type CycleAct, type Cycles, cyclesFrom, type DerivedDay, printedEnd } from './cmp-cycles.ts';
import { codeOf } from './credential.ts';
import { applyRule, factLink, isUnknown, type Link, type Unknown } from './derivation.ts';
import type { Fact, FactOf } from './fact.ts';
import { byRule } from './rule-dates.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import { boardOf } from './steps-tables.ts';

export interface Held extends Cycles {
  /** `MLS(ASCPi)` */
  readonly credential: string;
  /** the journey leads to it */
  readonly own: boolean;
}

const acting: readonly Fact['kind'][] = ['declared', 'renewed', 'reinstated'] satisfies CycleAct['kind'][];

/** `steps` are those of the attempt that was certified, `own` is the credential of the journey; facts in the order recorded. */
export function heldCredentials(
  steps: StepFacts | undefined,
  own: string,
  facts: readonly Fact[],
  shared: Rulebook,
): Held[] {
  const acts = facts.filter((fact): fact is CycleAct => acting.includes(fact.kind));
  const others = facts.filter((fact): fact is FactOf<'held'> => fact.kind === 'held' && fact.credential !== own);
  const cycles = (credential: string, start: CivilDate, end: DerivedDay | Unknown): Held => {
    const base = { credential, own: credential === own };
    if (isUnknown(end)) return { ...base, cycles: [], unknown: end.unknown };
    const mine = acts.filter((act) => (act.credential ?? own) === credential);
    return { ...base, ...cyclesFrom(start, end, mine, rulebookFor(credential, shared)) };
  };
  const latest = [...new Map(others.map((fact) => [fact.credential, fact])).values()];
  return [
    ...(steps?.certificate ? [cycles(own, certifiedOn(steps), ownEnd(steps, rulebookFor(own, shared)))] : []),
    ...latest.map((fact) => cycles(fact.credential, fact.on, otherEnd(fact, rulebookFor(fact.credential, shared)))),
  ];
}

/** A credential is earned with the exam; its certificate comes later. */
const certifiedOn = ({ exam, certificate }: StepFacts): CivilDate => (exam ?? certificate)?.on as CivilDate;

function ownEnd({ certificate, exam }: StepFacts, rulebook: Rulebook): DerivedDay | Unknown {
  const link = factLink(certificate as FactOf<'certificate'>);
  if (certificate?.expires) return printedEnd(certificate.expires, link);
  if (!exam) return { unknown: 'the exam day is not recorded; your account shows the end of the cycle' };
  const sum = byRule(rulebook, 'cmp-cycle', exam, false);
  return isUnknown(sum) ? sum : { ...sum, date: sum.date as CivilDate, chain: [link, ...sum.chain] };
}

function otherEnd({ credential, on, expires }: FactOf<'held'>, rulebook: Rulebook): DerivedDay | Unknown {
  const link: Link = { kind: 'fact', value: `${credential} recorded as held, its cycle from ${dayDate(on)}` };
  if (expires) return printedEnd(expires, link);
  const sum = applyRule(rulebook, 'cmp-cycle', on);
  if (isUnknown(sum)) return sum;
  const { latest: date, rule, source, links } = sum;
  return { date, basis: 'rule', provisional: true, rule, source, chain: [link, ...links] };
}

const isOfOurBoard = (credential: string): boolean => boardOf(credential) === 'ASCPi';

/** The journey's own credential has the plain ids; those of others are named for them, `credential-expires-mlt`. */
export function cycleDateId({ credential, own }: Pick<Held, 'credential' | 'own'>, id: string): string {
  if (own) return id;
  const code = codeOf(credential).toLowerCase();
  return `${id}-${code}${isOfOurBoard(credential) ? '' : `-${boardOf(credential).toLowerCase()}`}`;
}

/** What is typed for a credential on a command line: `MLT`, `"MLS(AMT)"`. */
export const typedName = (credential: string): string =>
  isOfOurBoard(credential) ? codeOf(credential) : `"${credential}"`;

/** What to type to record the end of a cycle as the account shows it. */
export function recordEnd({ credential, own }: Pick<Held, 'credential' | 'own'>, number: number): string {
  const code = typedName(credential);
  if (number > 1) return `ascpi cmp renew --expires <date>${own ? '' : ` --credential ${code}`}`;
  return own ? 'ascpi done certificate --expires <date>' : `ascpi cmp hold ${code} --on <date> --expires <date>`;
}
