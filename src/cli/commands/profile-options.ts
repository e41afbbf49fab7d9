// The options that tell of a person: the same wherever a profile is begun or changed.
import type { OptionSpec } from '../command.ts';

/** What a candidate has beyond a journey. */
export const personOptions: readonly OptionSpec[] = [
  { flags: '--email <address>', description: 'where reminders are sent' },
  { flags: '--owner <name>', description: 'who looks after the candidate' },
  { flags: '--tag <tags>', description: 'one word each, joined by commas: cebu,2027' },
];

/** What an employer asks about: the same options wherever a profile is told. */
export const skillOptions: readonly OptionSpec[] = [
  { flags: '--instruments <list>', description: 'instruments worked with, joined by semicolons: "Sysmex XN; VITEK 2"' },
  { flags: '--systems <list>', description: 'laboratory information systems, joined by semicolons' },
  { flags: '--disciplines <list>', description: 'disciplines of the laboratory, joined by semicolons' },
  { flags: '--languages <list>', description: 'languages, joined by semicolons: "English, fluent; Tagalog"' },
  { flags: '--references <list>', description: 'who can say more, and how to reach them, joined by semicolons' },
];

/** All that can be changed. */
export const editOptions: readonly OptionSpec[] = [
  { flags: '--name <name>', description: 'as on the passport' },
  { flags: '--credential <code>', description: 'what is to be earned: MLS, or MLS(AMT)' },
  { flags: '--country <country>', description: 'country of education' },
  { flags: '--target <date>', description: 'the day by which the certificate is needed' },
  { flags: '--zone <zone>', description: 'time zone of the candidate' },
  ...personOptions,
  { flags: '--opt-out <answer>', description: 'yes: is not to be written to; no: may be' },
  { flags: '--rungs <days>', description: 'own lead times of reminders: 30,7,1,0,after' },
  ...skillOptions,
];
