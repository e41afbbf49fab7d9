// What an activity brought, in words.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { Spread } from '../domain/cmp-points.ts';
import { pointsText, spreadText } from './cmp-words.ts';

export interface Added {
  readonly credential: string;
  /** its number and last day */
  readonly cycle: number;
  readonly end: CivilDate;
  /** the day the cycle was declared or renewed */
  readonly closed: CivilDate | undefined;
  /** undefined where the table is not known */
  readonly spread: Spread | undefined;
  readonly hasMinimum: boolean;
  readonly missing: number | null;
  /** the last day to declare */
  readonly by: CivilDate;
}

export function addedText({ credential, cycle, closed, spread, hasMinimum, missing, by }: Added): string {
  if (!spread) return `For ${credential} how many points are asked for is not known here; see: ascpi help cmp table`;
  const where = spreadText(spread, credential, hasMinimum);
  if (closed) return `${where} They fall in cycle ${cycle}, which was declared or renewed on ${dayDate(closed)}.`;
  if (missing === 0) return `${where} Nothing is missing any more.`;
  const verb = missing === 1 ? 'is' : 'are';
  return `${where} ${pointsText(missing ?? 0)} ${verb} still missing by ${dayDate(by)}.`;
}
