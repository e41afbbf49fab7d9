// The VTIMEZONE of a zone: what its clocks do around some instants, told change by change and not as a rule.
import { daysBetween } from '../domain/civil-date.ts';
import { type ClockTime, clockAt, MINUTES_A_DAY } from '../domain/zone-clock.ts';

/** More than a year on each side, so that a calendar also knows where the clocks stood before and go after. */
const AROUND = 400 * MINUTES_A_DAY;

/** No clocks were ever changed twice in a week. */
const STEP = 7 * MINUTES_A_DAY;

const minutesOf = ({ time }: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes that the clocks of a zone are ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const [there, utc] = [clockAt(instant, zone), clockAt(instant, 'UTC')];
  if (!there || !utc) return 0;
  return daysBetween(utc.date, there.date) * MINUTES_A_DAY + minutesOf(there) - minutesOf(utc);
}

/** The instants in a span from which on clocks show another offset. */
function changesOf(zone: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += STEP) {
    let [low, high] = [at, at + STEP];
    const before = offsetAt(low, zone);
    if (offsetAt(high, zone) === before) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle, zone) === before) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}

/** `20270115T083000`, of what a clock on a wall shows. */
const wallText = ({ date, time }: ClockTime): string => `${date}T${time}00`.replace(/[-:]/g, '');

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}

/** Good from the first instant to the last, in minutes since 1970 in UTC. */
export function zoneComponent(zone: string, first: number, last: number): string {
  const [from, to] = [first - AROUND, last + AROUND];
  const points = [from, ...changesOf(zone, from, to)];
  const least = Math.min(...points.map((point) => offsetAt(point, zone)));
  const parts = points.flatMap((point, index) => {
    const after = offsetAt(point, zone);
    const before = index === 0 ? after : offsetAt(point - 1, zone);
    const wall = clockAt(point + before, 'UTC');
    const kind = after > least ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${kind}`,
      ...(wall ? [`DTSTART:${wallText(wall)}`] : []),
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(after)}`,
      `END:${kind}`,
    ];
  });
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'].join('\r\n');
}
