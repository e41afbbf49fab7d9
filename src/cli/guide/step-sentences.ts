// The sentences about the seven steps: what is asked, why, and what each step is about. The same rules as in sentences.ts.
import type { StepId } from '../../domain/steps.ts';
import { type Asked, day } from './sentences.ts';

export const routeUnknown = 'I do not know yet';

/** What each step means, beside its name. */
export const meanings = {
  eligibility: 'I found a route that fits me',
  application: 'I sent the application',
  admission: 'I got the letter that admits me to the exam',
  schedule: 'I booked the exam',
  exam: 'I took the exam',
  scores: 'I read the final scores',
  certificate: 'The certificate arrived',
} as const satisfies Record<StepId, string>;

type Questions = Readonly<Record<string, Asked>>;

export const steps = {
  eligibility: {
    on: { message: 'On which day did you find your route?', why: `Any day near it will do. ${day.how}` },
    route: {
      message: 'Which route fits you?',
      why: 'A route is a set of conditions on education and experience. See them with: ascpi eligibility. The board decides, not this tool.',
    },
  },
  application: {
    on: { message: 'On which day did you submit the application?', why: `Your account shows it. ${day.how}` },
    fee: {
      message: 'How much did you pay, for example 240USD?',
      why: 'Amount and currency, from your receipt. It shows later what a missed window would cost.',
    },
    reference: {
      message: 'What is the number of the application?',
      why: 'Your account shows it, if there is one.',
    },
  },
  admission: {
    on: {
      message: 'On which day did the admission notification become available?',
      why: `It is the letter that allows you to book the exam. Its date is at its top. ${day.how}`,
    },
    windowStart: {
      message: 'Which first day of the exam window is printed on it?',
      why: 'The window is the time in which you must take the exam. Look for two dates with words such as "eligible from … to …".',
    },
    windowEnd: {
      message: 'Which last day of the exam window is printed on it?',
      why: 'It is the second of the two dates. A printed day always wins over a computed one, so it is worth looking.',
    },
  },
  schedule: {
    on: {
      message: 'On which day did you book the exam, or move it?',
      why: `The day on which you made the appointment, not the day of the exam. ${day.how}`,
    },
    exam: { message: 'On which day is the exam?', why: `Your confirmation of the appointment shows it. ${day.how}` },
    time: {
      message: 'At which time is it, on the clock of the test centre?',
      why: 'Use the 24-hour clock, for example 08:30 or 14:00. It matters for the last moment to move the exam.',
    },
    centre: { message: 'At which test centre?', why: 'Its name or city, so that you find it again.' },
    zone: {
      message: 'In which time zone is the centre, for example Asia/Manila?',
      why: 'Only needed if the centre is in another time zone than you.',
    },
  },
  exam: {
    on: { message: 'On which day did you take the exam?', why: `The day of the exam itself. ${day.how}` },
    result: {
      message: 'What did the screen show at the end?',
      why: 'The screen shows a preliminary result, which means a first one. The final one comes some days later in your account.',
    },
  },
  scores: {
    on: { message: 'On which day did you read the final scores?', why: `Any day near it will do. ${day.how}` },
    result: { message: 'What is the final result?', why: 'Your account shows it. It is the one that counts.' },
    score: {
      message: 'What is your scaled score?',
      why: 'It is a number such as 512 in the score report. Scaled means that all exams are counted on the same scale.',
    },
  },
  certificate: {
    on: {
      message: 'On which day did the certificate arrive?',
      why: `It is a digital badge that comes by e-mail. ${day.how}`,
    },
    number: {
      message: 'What is its number?',
      why: 'It stands on the certificate, and employers may ask for it.',
    },
    expires: {
      message: 'On which day does the credential expire?',
      why: 'A credential holds for some years. Your account shows its last day. That day wins over the computed one.',
    },
  },
} as const satisfies Record<StepId, Questions>;

/** What each step is about, for "Help with this step". */
export const help = {
  eligibility: [
    'You find out by which route you may be admitted. A route is a set of conditions on degree, training and experience.',
    'The tool lists the routes it knows with: ascpi eligibility. Only the board decides whether you are eligible.',
    'No route asks for a licence of your home country, as far as is known.',
  ],
  application: [
    'You fill in the application on the website of ASCP and pay the fee. One person has one account.',
    'Your school sends the transcript, which is the list of your courses and marks. An agency must evaluate foreign studies.',
    'Missing papers have a limit that counts from the day of submission. See it with: ascpi why application-documents.',
  ],
  admission: [
    'You wait for the admission notification, the letter that allows you to book. Watch your e-mail and its junk folder.',
    'It opens your exam window, the time in which you must take the exam. The window is never extended.',
    'Record both days printed on it as soon as it comes.',
  ],
  schedule: [
    'You book a day at a test centre. Good days are taken early, so book weeks before the window ends.',
    'The exam must be taken inside the window. A booking alone is not enough.',
    'You may move the appointment inside the window, but not at the last moment. Not coming costs the whole fee.',
  ],
  exam: [
    'You take the exam. Bring an ID whose name is the same as in your account; outside your country, a passport.',
    'At the end the screen shows a preliminary result, which means a first one.',
    'Record it on the same day. The tool then shows when the final scores are due.',
  ],
  scores: [
    'The final scores come into your account some working days after the exam. They need your official transcripts, the lists of your courses and marks.',
    'If they are late, look whether all papers have arrived.',
  ],
  certificate: [
    'The certificate comes some weeks after the exam. Today it is a digital badge that comes by e-mail.',
    'Afterwards you keep the credential alive by collecting points and declaring them before it expires.',
  ],
} as const satisfies Record<StepId, readonly string[]>;
