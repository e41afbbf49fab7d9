// The days on which somebody last compared parts of the data with their sources, oldest first.
import { type CivilDate, isCivilDate } from './civil-date.ts';
import type { DataFile } from './reference.ts';

/**
 * Wherever a file says `checked`. Of values that followed each other only the one in force on the day counts. A file that
 * has a fault may say nothing; its fault is told elsewhere.
 */
export function checkedDays(files: readonly DataFile[], today: CivilDate): CivilDate[] {
  return files.flatMap(({ text }) => daysIn(parsed(text), today)).sort();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function daysIn(part: unknown, today: CivilDate): CivilDate[] {
  if (Array.isArray(part))
    return (part.every(isDated) ? inForce(part, today) : part).flatMap((each) => daysIn(each, today));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'checked' && isCivilDate(value) ? [value] : daysIn(value, today),
  );
}

interface Dated {
  readonly from: CivilDate | null;
}

const isDated = (value: unknown): value is Dated => typeof value === 'object' && value !== null && 'from' in value;

/** They are kept oldest first; those of the future have been checked too. */
function inForce(values: readonly Dated[], today: CivilDate): readonly Dated[] {
  const current = values.findLastIndex(({ from }) => from === null || from <= today);
  return values.slice(Math.max(current, 0));
}
