// Which points a cycle asks for: the table taken from the account where there is one, else the rule of the credential.
import type { CivilDate } from './civil-date.ts';
import { OTHER, type Points } from './cmp-points.ts';
import { codeOf } from './credential.ts';
import type { Fact, FactOf } from './fact.ts';
import type { RuleInForce, RuleValue } from './rule.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';

export interface PointsTable {
  /** by area, `other` last */
  readonly areas: Points;
  readonly basis: 'notice' | 'rule';
  /** what the rules say, also where the account says something else */
  readonly rule?: RuleInForce;
  /** the day it was taken from the account */
  readonly entered?: CivilDate;
}

/** A credential's table is the file `data/rules/cmp-points-<code>.json`: to add one touches data alone. */
const RULE = 'cmp-points-';
const tableRule = (credential: string): string => `${RULE}${codeOf(credential).toLowerCase()}`;

/** The value in force on the first day of the cycle acts; one entered until its last day stands in its place. */
export function tableFor(
  credential: string,
  own: string,
  cycle: { readonly start: CivilDate; readonly end: { readonly date: CivilDate } },
  facts: readonly Fact[],
  shared: Rulebook,
): PointsTable | undefined {
  const rule = rulebookFor(credential, shared).inForce(tableRule(credential), cycle.start);
  const areas = rule && areasOf(rule.value);
  const entered = facts.findLast(
    (fact): fact is FactOf<'points-table'> =>
      fact.kind === 'points-table' && (fact.credential ?? own) === credential && fact.on <= cycle.end.date,
  );
  const known = rule && areas ? { rule } : {};
  if (entered?.areas) return { areas: ordered(entered.areas), basis: 'notice', entered: entered.on, ...known };
  return rule && areas ? { areas, basis: 'rule', rule } : undefined;
}

/** What the areas leave of the total is for others. */
function areasOf(value: RuleValue): Points | undefined {
  if (!('points' in value)) return undefined;
  const { [OTHER]: _other, ...least } = value.areas;
  const taken = Object.values(least).reduce((sum, points) => sum + points, 0);
  return { ...least, [OTHER]: Math.max(0, value.points - taken) };
}

const ordered = ({ [OTHER]: other = 0, ...least }: Points): Points => ({ ...least, [OTHER]: other });

/** Every area that any table speaks of: those of data/rules, those entered, and others. */
export function knownAreas(facts: readonly Fact[], rulebook: Rulebook): string[] {
  const published = rulebook.rules
    .filter(({ id }) => id.includes(RULE))
    .flatMap(({ values }) => values.flatMap(({ value }) => Object.keys(areasOf(value) ?? {})));
  const entered = facts.flatMap((fact) => (fact.kind === 'points-table' ? Object.keys(fact.areas ?? {}) : []));
  return [...new Set([...published, ...entered].filter((area) => area !== OTHER)), OTHER];
}
