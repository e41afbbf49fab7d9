// Sources in small print: each once, with a number that stands beside what rests on it, and the day it was last checked.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';

interface Sourced {
  readonly source: string;
  readonly checked: CivilDate;
}

export interface Numbered {
  /** raised, as of a footnote: `¹²` */
  readonly numberOf: (what: Sourced) => string;
  /** one for each day of checking */
  readonly lines: readonly string[];
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (number: number): string => [...String(number)].map((digit) => RAISED[Number(digit)]).join('');

export function numberedSources(all: readonly Sourced[]): Numbered {
  const keyOf = ({ source, checked }: Sourced) => `${checked} ${source}`;
  const unique = [...new Map(all.map((each) => [keyOf(each), each])).values()].sort((one, other) =>
    one.checked < other.checked ? -1 : one.checked > other.checked ? 1 : 0,
  );
  const numbers = new Map(unique.map((each, index) => [keyOf(each), raised(index + 1)]));
  const numberOf = (what: Sourced) => numbers.get(keyOf(what)) ?? '';
  const days = [...new Set(unique.map(({ checked }) => checked))];
  const lines = days.map((day) => {
    const named = unique.filter(({ checked }) => checked === day);
    return `Sources, last checked ${dayDate(day)}: ${named.map((each) => `${numberOf(each)}\u00a0${each.source}`).join('; ')}.`;
  });
  return { numberOf, lines };
}
