// Sittings: the days on which a test centre is open, inside an exam window.
import type { StepFacts } from './attempts.ts';
import { closedBecause } from './business-days.ts';
import { addDays, type CivilDate, dayDate, longDate } from './civil-date.ts';
import { type Derived, endOf, isUnknown, type Link, type Unknown } from './derivation.ts';
import { examWindow } from './exam-window.ts';
import { remembering } from './remembering.ts';
import type { Rulebook } from './rulebook.ts';

const ANY_CENTRE = 'test-centre';

/** The centre's calendar: that of its country where one is known, else the general one. */
export function centreCalendar(rulebook: Rulebook, country: string | undefined): string {
  const own = `${ANY_CENTRE}-${country?.toLowerCase()}`;
  return rulebook.calendarIds.includes(own) ? own : ANY_CENTRE;
}

/** The same rules, with the days of test centres counted as those of a country. */
export function atCentre(rulebook: Rulebook, country: string | undefined): Rulebook {
  const centre = centreCalendar(rulebook, country);
  return centres(rulebook, centre, () => withCentre(rulebook, centre));
}

const centres = remembering<Rulebook, Rulebook>();

const withCentre = (rulebook: Rulebook, centre: string): Rulebook => ({
  get rules() {
    return rulebook.rules;
  },
  get calendarIds() {
    return rulebook.calendarIds;
  },
  inForce: rulebook.inForce,
  steps: rulebook.steps,
  calendars: (id) => rulebook.calendars(id === ANY_CENTRE ? centre : id),
});

/** The first open day from a day on (1), or the last one up to it (-1). */
export function openDay(rulebook: Rulebook, calendar: string, from: CivilDate, direction: 1 | -1): CivilDate {
  const hours = rulebook.calendars(calendar);
  let date = from;
  while (closedBecause(hours, date) !== undefined) date = addDays(date, direction);
  return date;
}

/** The last day of a window on which a centre is open. Undefined where the window is not known, or ends before it starts. */
export function lastSitting(
  facts: StepFacts,
  rulebook: Rulebook,
  country: string | undefined,
): Derived | Unknown | undefined {
  const window = examWindow(facts, rulebook);
  if (!window || isUnknown(window)) return undefined;
  const end = endOf(window);
  const start = window.start ?? end;
  if (start > end) return undefined;
  const calendar = centreCalendar(rulebook, country);
  const date = openDay(rulebook, calendar, end, -1);
  if (date < start) return { unknown: 'no test centre is open inside the exam window' };
  const { title, origin } = rulebook.calendars(calendar);
  const { source, checked, confidence, note } = origin;
  const says = `${title}: open on ${dayDate(date)}${date === end ? '' : `, the last such day up to ${dayDate(end)}`}`;
  const stated = { source, checked, confidence, ...(note === undefined ? {} : { note }) };
  const link: Link = { kind: 'rule', rule: calendar, value: says, ...stated };
  const chain = [...window.chain, link, ...closedAfter(date, end, rulebook, calendar)];
  return { date, basis: 'rule', provisional: window.provisional, rule: calendar, source, chain };
}

/** Why the days after a sitting have none. */
function closedAfter(sitting: CivilDate, end: CivilDate, rulebook: Rulebook, calendar: string): Link[] {
  const links: Link[] = [];
  for (let date = end; date > sitting; date = addDays(date, -1)) {
    const reason = closedBecause(rulebook.calendars(calendar), date);
    const why =
      reason === 'weekend' ? `centres are closed on ${longDate(date).split(',')[0]}s` : `centres keep ${reason}`;
    links.push({ kind: 'adjustment', value: `no sitting on ${dayDate(date)}: ${why}` });
  }
  return links;
}
