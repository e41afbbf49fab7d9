// The seven steps, in order: the one table that names them.

export const stepIds = [
  'eligibility',
  'application',
  'admission',
  'schedule',
  'exam',
  'scores',
  'certificate',
] as const;

export type StepId = (typeof stepIds)[number];

export interface Step {
  readonly title: string;
  /** what the candidate does next while this step is open */
  readonly action: string;
  /** the command that records it, with blanks */
  readonly command: string;
}

export const steps = {
  eligibility: {
    title: 'Eligibility',
    action: 'Find a route that fits your education and experience.',
    command: 'ascpi done eligibility --route <number>',
  },
  application: {
    title: 'Application',
    action: 'Submit the online application and pay the fee.',
    command: 'ascpi done application --on <date>',
  },
  admission: {
    title: 'Admission',
    action: 'Wait for your admission notification and watch your mail, the junk folder too.',
    command: 'ascpi done admission --on <date> --window-end <date>',
  },
  schedule: {
    title: 'Schedule',
    action: 'Book your exam. The window is never extended; missing it costs the whole fee.',
    command: 'ascpi done schedule --exam <date>',
  },
  exam: {
    title: 'Exam',
    action: 'Take the exam, and record the preliminary result shown on the screen.',
    command: 'ascpi done exam --on <date> --result <pass|fail>',
  },
  scores: {
    title: 'Final scores',
    action: 'Read your final scores in your account.',
    command: 'ascpi done scores --on <date> --result <pass|fail>',
  },
  certificate: {
    title: 'Certificate',
    action: 'Wait for your certificate; it is a digital badge that comes by e-mail.',
    command: 'ascpi done certificate --on <date>',
  },
} as const satisfies Record<StepId, Step>;

export const stepNumber = (id: StepId): number => stepIds.indexOf(id) + 1;
