// Clocks of time zones: the instant of a day and time on one, and what another shows at that instant.
import { type CivilDate, daysBetween } from './civil-date.ts';

/** What a clock on a wall shows. */
export interface ClockTime {
  readonly date: CivilDate;
  /** `08:30` */
  readonly time: string;
}

const EPOCH = '1970-01-01' as CivilDate;
export const MINUTES_A_DAY = 24 * 60;

/** Minutes since 1970 began, as if the clock stood in UTC. */
const minutesOf = ({ date, time }: ClockTime): number =>
  daysBetween(EPOCH, date) * MINUTES_A_DAY + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

type Clocks = (instant: number) => ClockTime;

/** Zones asked for so far; to make one takes longer than to read it a thousand times. */
const known = new Map<string, Clocks | undefined>();

function clocksOf(zone: string): Clocks | undefined {
  if (!known.has(zone)) known.set(zone, makeClocks(zone));
  return known.get(zone);
}

/** A zone that this machine knows: minutes since 1970 in UTC to what its clocks show. Undefined for any other name. */
function makeClocks(zone: string): Clocks | undefined {
  const two = '2-digit' as const;
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two } as const;
  const form = (() => {
    try {
      return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...fields, hourCycle: 'h23', timeZone: zone });
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  })();
  return (
    form &&
    ((instant) => {
      const parts = new Map(form.formatToParts(instant * 60_000).map(({ type, value }) => [type, value]));
      // Not checked: a day around the first and the last that there are is looked at too.
      const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}` as CivilDate;
      return { date, time: `${parts.get('hour')}:${parts.get('minute')}` };
    })
  );
}

/**
 * The instant, in minutes since 1970 in UTC, at which the clocks of a zone show a day and time. Where they show it twice it
 * is the first; a time that they skip is read as if they had not been put forward yet. Undefined for an unknown zone.
 */
export function instantOf(clock: ClockTime, zone: string): number | undefined {
  const shown = clocksOf(zone);
  if (!shown) return undefined;
  const wanted = minutesOf(clock);
  const offsetAt = (instant: number) => minutesOf(shown(instant)) - instant;
  const before = wanted - offsetAt(wanted - MINUTES_A_DAY);
  const after = wanted - offsetAt(wanted + MINUTES_A_DAY);
  return [before, after].sort((a, b) => a - b).find((each) => minutesOf(shown(each)) === wanted) ?? before;
}

/** What the clocks of a zone show at an instant. Undefined for an unknown zone. */
export const clockAt = (instant: number, zone: string): ClockTime | undefined => clocksOf(zone)?.(instant);
