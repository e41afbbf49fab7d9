// What a reminder says of each date: what it is, what to do about it, and what once its day is gone.
import { knownDate } from '../domain/dates.ts';
import { type BoardId, boardOf } from '../domain/steps-tables.ts';

interface Words {
  /** leads the day: `Exam window ends: Sun 28 Feb 2027` */
  readonly what: string;
  readonly action: string;
  /** in place of the action once the day is gone */
  readonly gone?: string;
}

const words: Readonly<Record<string, Words>> = {
  'application-payment': {
    what: 'Application fee due',
    action:
      'Pay the application fee in your account, if you have not. The application is not complete until it is paid.',
    gone: 'The limit for the application fee has passed and nothing is recorded after it. Look into your account today.',
  },
  'application-update': {
    what: 'First word on your application expected',
    action: 'Look into your account and your mail, the junk folder too.',
    gone: 'No word is recorded yet. Look into your account and your junk mail, then ask the board.',
  },
  'application-documents': {
    what: 'Documents due',
    action: 'See in your account that every document has arrived.',
    gone: 'The limit for documents has passed and nothing is recorded after it. Look into your account today.',
  },
  'transcript-check': {
    what: 'Ask where your transcript is',
    action: 'If your transcript is not in your account by then, ask your school who sent it and under which name.',
  },
  'transcript-review': {
    what: 'Review of your transcript expected',
    action: 'Look into your account.',
    gone: 'No review of your transcript is recorded yet. Look into your account, then ask the board.',
  },
  'next-attempt': {
    what: 'Next attempt possible',
    action: 'A new exam window can begin from this day on. Apply again when you are ready.',
  },
  'book-by': {
    what: 'Book your exam',
    action: 'Book your exam by this day. That leaves time to change the appointment inside your window.',
  },
  'book-last': {
    what: 'Last day to book your exam',
    action: 'Book your exam. After this day no sitting inside your window can be booked any more.',
    gone: 'The last day to book a sitting inside your window has passed. Look into your account today.',
  },
  'reschedule-by': {
    what: 'Last day to change your exam appointment',
    action: 'If you cannot come on your exam day, change the appointment by this day.',
  },
  exam: {
    what: 'Your exam',
    action: 'Bring an ID that shows your name as it is in your account.',
  },
  'exam-window': {
    what: 'Exam window ends',
    action: 'Take the exam by this day. The window is never extended, and missing it costs the whole fee.',
    gone: 'The window has ended and no exam is recorded in it. If you took the exam, tell us. If not, a new application with a new fee is needed.',
  },
  'final-scores': {
    what: 'Final scores expected',
    action: 'Read your final scores in your account.',
    gone: 'No final scores are recorded yet. Look into your account.',
  },
  certificate: {
    what: 'Certificate expected',
    action: 'Look for the e-mail about your digital badge, in the junk folder too.',
    gone: 'No certificate is recorded yet. Look into your account and your junk mail, then ask the board.',
  },
  'cmp-declare': {
    what: 'Declare your credential maintenance',
    action: 'Declare your credential maintenance in your account by this day.',
    gone: 'The last day to declare your credential maintenance has passed. Look into your account today.',
  },
  'credential-expires': {
    what: 'Credential expires',
    action: 'See in your account that the renewal is complete.',
    gone: 'The cycle of your credential has ended. Look into your account today.',
  },
};

/** Where a board has other ways than the words above say. */
const ofBoards: Partial<Record<BoardId, Readonly<Record<string, Words>>>> = {
  AMT: {
    'exam-window': {
      what: 'Year of your application ends',
      action: 'Take the exam by this day. The year of the application is never extended.',
      gone: 'The year of your application has ended and no exam is recorded in it. If you took the exam, tell us. If not, a new application is needed.',
    },
    certificate: {
      what: 'Certificate expected',
      action: 'Watch your mail for your certificate.',
      gone: 'No certificate is recorded yet. Ask the board.',
    },
  },
};

/** Of a date without words of its own only the title is said. */
export function wordsFor(dateId: string, title: string, isGone: boolean, credential: string) {
  const id = knownDate(dateId)?.id ?? dateId;
  const own = ofBoards[boardOf(credential)]?.[id] ?? (Object.hasOwn(words, id) ? words[id] : undefined);
  if (!own) return { what: title, action: '' };
  return { what: own.what, action: isGone ? (own.gone ?? own.action) : own.action };
}
