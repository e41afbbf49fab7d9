// Prints one checksum for each sum of days, and for the local day of many instants, under the TZ it runs in.
import {
  addDays,
  addMonths,
  type CivilDate,
  daysBetween,
  localDay,
  weekdayIndex,
} from '../../../src/domain/civil-date.ts';
import { checksum, checksums, type DayMath, everyDay, instants, tableOf } from '../every-day.ts';

const ours: DayMath = {
  addDays: (day, count) => addDays(day as CivilDate, count),
  addMonths: (day, count) => addMonths(day as CivilDate, count),
  daysBetween: (from, to) => daysBetween(from as CivilDate, to as CivilDate),
  weekday: (day) => weekdayIndex(day as CivilDate),
};

const days = everyDay();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const local = checksum(instants(days).map((instant) => localDay(new Date(instant))));
process.stdout.write(JSON.stringify({ zone, local, sums: checksums(tableOf(ours, days)) }));
