// Back-off: when a message that could not be delivered is tried again, later after each failure.
import { addDays, type CivilDate } from './civil-date.ts';

const FIRST_MINUTES = 10;
const MINUTES_A_DAY = 24 * 60;

/** The instant before which it is not tried again, `2026-12-15T08:20:00Z`: 10 minutes after the first failure, at most a day. */
export function retryAt(lastFailure: string, failures: number): string {
  const wait = Math.min(FIRST_MINUTES * 2 ** Math.min(failures - 1, 20), MINUTES_A_DAY);
  const [hours = 0, minutes = 0] = lastFailure.slice(11, 16).split(':').map(Number);
  const total = hours * 60 + minutes + wait;
  const date = addDays(lastFailure.slice(0, 10) as CivilDate, Math.floor(total / MINUTES_A_DAY));
  const two = (value: number) => String(value).padStart(2, '0');
  const left = total % MINUTES_A_DAY;
  return `${date}T${two(Math.floor(left / 60))}:${two(left % 60)}:${lastFailure.slice(17, 19)}Z`;
}

/** Whether it still has to wait. A failure recorded later than now tells of a clock set back, which is to hold up nothing. */
export const isWaiting = (now: string, lastFailure: string, failures: number): boolean =>
  lastFailure.slice(0, 19) <= now.slice(0, 19) && now.slice(0, 19) < retryAt(lastFailure, failures).slice(0, 19);
