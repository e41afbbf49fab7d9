// Looks for journeys through the indexes of the columns. What it finds is looked at again by the code that computes them.
import type { Hint } from '../store.ts';

export interface Search {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** `stamp` is the number of the rules at hand: columns that were computed with others tell nothing. */
export function searchFor(hint: Hint, stamp: number): Search {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const conditions = conditionsOf(hint, value);
  if (conditions.length === 0) return { sql: 'select id from ascpi.journey order by id', values: [] };
  const [today, own] = [value(hint.today), value(stamp)];
  // Apart from each other, so that each is answered through an index of its own.
  const parts = [
    conditions.join(' and '),
    `j.since > ${today}::date`,
    `j.stamp < ${own}::integer`,
    `j.stamp > ${own}::integer`,
  ];
  const selects = parts.map((part) => `select j.id from ascpi.journey j where ${part}`);
  return { sql: `${selects.join(' union ')} order by id`, values };
}

function conditionsOf(hint: Hint, value: (given: unknown) => string): string[] {
  const { today, step, dueUntil, overdue, country, credential, tags = [], owner, words = [], remind } = hint;
  const found: string[] = [];
  if (step !== undefined) {
    const [place, day] = [value(step), value(today)];
    const after = `(j.step_after = ${place} and j.lapse < ${day}::date)`;
    found.push(`((j.step = ${place} and (j.lapse is null or j.lapse >= ${day}::date)) or ${after})`);
  }
  if (dueUntil !== undefined)
    found.push(marked(`'open'`, `between ${value(today)}::date and ${value(dueUntil)}::date`));
  if (overdue) found.push(marked(`'late'`, `< ${value(today)}::date`));
  if (remind) {
    const kind = remind.channel === undefined ? 'rung' : `wake-${remind.channel}`;
    found.push(marked(value(kind), `<= ${value(remind.until)}::date`));
  }
  if (country !== undefined) found.push(`j.country = ${value(country)}`);
  if (credential !== undefined) found.push(`j.credential = ${value(credential)}`);
  if (tags.length > 0) found.push(`j.tags @> ${value(tags)}::text[]`);
  if (owner !== undefined) found.push(`j.owner = ${value(owner)}`);
  for (const word of words) found.push(`j.search like ${value(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`);
  return found;
}

const marked = (kind: string, days: string): string =>
  `j.id in (select journey from ascpi.mark where kind = ${kind} and day ${days})`;
