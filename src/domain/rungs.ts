// Rungs: the lead times at which a date reminds, as rules give them and as people type them.

/** As a rule states it. */
export interface Ladder {
  /** days before the date, largest first; 0 is the day itself */
  daysBefore: number[];
  /** one more once the date is missed, or what was expected is late */
  onceAfter: boolean;
}

/** The rung after the date; it stands among the days before as -1. */
export const AFTER = -1;

const MOST_DAYS = 400;

/** `60, 30 and 1 days before, on the day, once after` */
export function describeLadder({ daysBefore, onceAfter }: Readonly<Ladder>): string {
  const before = daysBefore.filter((days) => days > 0);
  const last = before.at(-1);
  const listed = before.length > 1 ? `${before.slice(0, -1).join(', ')} and ${last}` : `${last}`;
  const parts = [
    ...(before.length > 0 ? [`${listed} day${listed === '1' ? '' : 's'} before`] : []),
    ...(daysBefore.includes(0) ? ['on the day'] : []),
    ...(onceAfter ? ['once after'] : []),
  ];
  return parts.length === 0 ? 'no reminders' : parts.join(', ');
}

/** Reads `30,7,1,0,after`, in any order, or `none`. Undefined when it is neither. */
export function parseLadder(text: string): Ladder | undefined {
  if (text === 'none') return { daysBefore: [], onceAfter: false };
  const words = text.split(',').map((word) => word.trim());
  const days = words.filter((word) => word !== 'after');
  if (!days.every((word) => /^\d{1,3}$/.test(word) && Number(word) <= MOST_DAYS)) return undefined;
  return ladderOf([...days.map(Number), ...(days.length < words.length ? [AFTER] : [])]);
}

/** The ladder of a profile, which lists all rungs together. */
export const ladderOf = (rungs: readonly number[]): Ladder => ({
  daysBefore: [...new Set(rungs)].filter((days) => days >= 0).sort((one, other) => other - one),
  onceAfter: rungs.includes(AFTER),
});
