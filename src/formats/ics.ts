// The iCalendar format: the events of a view, for the calendar of a phone or an office.
import type { View } from '../views/view.ts';
import type { Format } from './format.ts';

export const ics = {
  name: 'ics',
  extensions: ['ics'],
  lacks: (view: View) => (view.events === undefined ? 'dates for a calendar' : undefined),
  render: async (view: View) => (await import('./ics-calendar.ts')).calendar(view),
} as const satisfies Format;
