// When an item of the arrival is for: in weeks before and after it, and in days once its day is known.
import { daysOf, type Weeks } from '../domain/checklist.ts';
import { type CivilDate, shortDate } from '../domain/civil-date.ts';

/** `in the first 2 weeks`, and with the day of arrival `1 Mar 2027 to 15 Mar 2027, in the first 2 weeks`. */
export function whenText(weeks: Weeks, arrival: CivilDate | undefined): string {
  const text = forms.find(({ fits }) => fits(weeks))?.say(weeks) ?? '';
  if (arrival === undefined) return text;
  const days = daysOf(weeks, arrival);
  const said = days.from === days.to ? shortDate(days.from) : `${shortDate(days.from)} to ${shortDate(days.to)}`;
  return `${said}, ${text}`;
}

const weeksOf = (count: number): string => `${count} week${count === 1 ? '' : 's'}`;

/** The first that fits says it. */
const forms: readonly { readonly fits: (weeks: Weeks) => boolean; readonly say: (weeks: Weeks) => string }[] = [
  { fits: ({ from, to }) => from === to && to === 0, say: () => 'on the day you arrive' },
  { fits: ({ from, to }) => from === to && to < 0, say: ({ to }) => `${weeksOf(-to)} before you arrive` },
  { fits: ({ from, to }) => from === to, say: ({ to }) => `${weeksOf(to)} after you arrive` },
  { fits: ({ to }) => to < 0, say: ({ from, to }) => `${-from} to ${weeksOf(-to)} before you arrive` },
  { fits: ({ from, to }) => from === -1 && to === 0, say: () => 'in the last week before you arrive' },
  { fits: ({ to }) => to === 0, say: ({ from }) => `in the last ${weeksOf(-from)} before you arrive` },
  { fits: ({ from }) => from > 0, say: ({ from, to }) => `${from} to ${weeksOf(to)} after you arrive` },
  { fits: ({ from }) => from === 0, say: ({ to }) => (to === 1 ? 'in the first week' : `in the first ${weeksOf(to)}`) },
  { fits: () => true, say: ({ from, to }) => `from ${weeksOf(-from)} before to ${weeksOf(to)} after you arrive` },
];
