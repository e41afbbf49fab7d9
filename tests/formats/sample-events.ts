// Hand-made events: of every state, whole days and a time on a clock, with text that might break a calendar.
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { CalendarEvent, View } from '../../src/views/view.ts';

const day = (text: string) => text as CivilDate;
const event: CalendarEvent = {
  uid: 'maria-santos/1/book-by@ascpi',
  sequence: 0,
  state: 'confirmed',
  title: 'Maria Santos: book the exam',
  description: '',
  from: day('2027-02-07'),
  to: day('2027-02-07'),
  alarms: [7, 0],
  changed: '2026-11-30T08:00:00Z',
};

export const events: readonly CalendarEvent[] = [
  event,
  {
    ...event,
    uid: 'maria-santos/1/exam-window@ascpi',
    sequence: 2,
    title: 'Maria Santos: exam window; last day, 28 Feb \\ 2027',
    description: 'Computed from the rule of three months. The dates printed on your admission notification win.',
    from: day('2026-11-30'),
    to: day('2027-02-28'),
    alarms: [30, 14, 0],
    state: 'tentative',
  },
  {
    ...event,
    uid: 'maria-santos/1/exam@ascpi',
    sequence: 1,
    title: 'Maria Santos: exam at 陈’s Centre, Nguyễn Thị Ánh Street, Manila 👩🏽‍🔬, room with a very long name indeed',
    description: 'Bring your passport: first\r\nBEGIN:VEVENT\nATTACH:http://evil.example\u2028\u0000 end',
    from: day('2027-01-15'),
    to: day('2027-01-15'),
    clock: { time: '08:30', zone: 'Asia/Manila', minutes: 150 },
    alarms: [1, 0],
  },
  {
    ...event,
    uid: 'maria-santos/1/retake@ascpi',
    title: 'Maria Santos: exam in New York',
    from: day('2027-03-14'),
    to: day('2027-03-14'),
    clock: { time: '13:00', zone: 'America/New_York', minutes: 60 },
    alarms: [],
  },
  {
    ...event,
    uid: 'maria-santos/1/final-scores@ascpi',
    sequence: 3,
    state: 'cancelled',
    title: 'Maria Santos: final scores',
    from: day('2027-01-15'),
    to: day('2027-01-22'),
    alarms: [3],
    changed: '2026-12-15T08:00:00.000Z',
  },
];

export const calendarView: View = {
  name: 'calendar',
  today: day('2026-12-15'),
  data: {},
  blocks: [{ type: 'title', text: ['Dates of ', { user: 'Maria, Santos; \\ RN\r\nX-EVIL:1' }] }],
  events,
};
