// How the file of kept gists is laid out: a stamp, then groups of journeys in the order of their ids, each in some blocks.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Gist, ReminderCounts } from '../domain/gist.ts';
import { NUMBERS } from './file-mark.ts';

/** After the blocks of ids and of numbers one block each, a line of JSON a journey. */
export const gistParts = ['profile', 'standing', 'fresh', 'others'] as const satisfies (keyof Gist)[];
export type GistPart = (typeof gistParts)[number];

/** What is kept of one journey. */
export interface GistEntry {
  readonly id: string;
  /** as in the block of numbers */
  readonly numbers: readonly number[];
  /** JSON in ASCII, by part */
  readonly lines: readonly string[];
}

export const states = ['new', 'sent', 'superseded', 'snoozed'] as const satisfies (keyof ReminderCounts)[];

/** Of each journey: its mark, the first and the last day on which the gist holds, and how many reminders are in which state. */
export const [FROM, UNTIL, COUNTS] = [NUMBERS, NUMBERS + 1, NUMBERS + 2];
export const WIDTH = COUNTS + states.length;

/** 20261215: quick to make, and ordered as the days are. */
export const dayNumber = (day: CivilDate): number => Number(day.replaceAll('-', ''));
