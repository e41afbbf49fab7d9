// Topics of help: what is true of all commands, each in a few sentences.
import type { Topic } from '../views/help.ts';
import { exitCodeMeanings } from './exit-codes.ts';
import { manyOptions } from './filter-options.ts';

export const topics: readonly Topic[] = [
  {
    name: 'dates',
    summary: 'how days are written, counted and computed',
    body: [
      'Days are written YYYY-MM-DD, for example 2026-11-30. Other forms are refused, because 03/04/2026 is two different days.',
      'A day has no time and no zone. One run of the program is one day: today, or the day of --today.',
      'Every date says where it comes from. This is its basis.',
      ['fact', 'it happened and you recorded it'],
      ['notice', 'it is printed on your own document; this always wins'],
      ['rule', 'it is computed from a rule, and provisional until a notice confirms it'],
      'Three months after 30 November is 28 or 29 February: a day that a month lacks becomes its last day.',
      'Business days leave out weekends, US federal holidays and the yearly closure of the office.',
      'See the whole arithmetic behind a date with: ascpi why <date-id>',
    ],
  },
  {
    name: 'exit-codes',
    summary: 'what scripts can rely on',
    body: exitCodeMeanings.map(([code, meaning]) => [String(code), meaning] as const),
  },
  {
    name: 'json',
    summary: 'the contract of --json',
    body: [
      'Every answer begins with "schema", for example "ascpi/status@1", and "today". Within @1 fields are only added.',
      'Dates are YYYY-MM-DD. stdout carries the answer and nothing else, so it always parses, whatever is warned about.',
      'A failure is one object on stderr: {"error": {"kind", "message", "hint"}}.',
      'A date has: id, title, kind, date or earliest and latest, start, basis, provisional, rule, source, daysLeft, state.',
      'The last day to reschedule also has moment {at, zone, inYourZone {at, zone}} where the time and the zone of the centre are recorded.',
      ['kind', 'deadline, estimate, advice, opening, event'],
      ['state', 'met, past, missed, due (today), soon, ahead'],
      'The fields of each answer are in the help of its command.',
      'An answer about candidates that a filter means has its own schema, for example "ascpi/status-of-many@1": journeys[] holds what the answer about each would be, unread[] the ids of those that can not be read.',
    ],
  },
  {
    name: 'filters',
    summary: 'which candidates are meant, where there are many',
    body: [
      'Conditions can be combined: all must hold. Commands that take -c take them too, and then answer for each candidate.',
      ...manyOptions.map(({ flags, description }) => [flags, description] as const),
      'In candidates edit, --country, --credential, --tag and --owner are what is set. There the conditions are --where-country, --where-credential, --where-tag and --where-owner.',
      'Conditions that are used often are kept with: ascpi candidates --due 14d --tag cebu --save-filter urgent',
      'Then --filter urgent stands for them, and more can be added to it. They are listed and removed by config.',
      'When more than three candidates would change, they are shown first. Agree on the terminal or with --yes; --dry-run only shows them.',
      'All of them are changed together or none is. Where one refuses, it is named and nothing changes.',
      'Journeys that can not be read are named, and the exit code is 5. A command that changes something then changes nothing.',
    ],
  },
  {
    name: 'data',
    summary: 'what is kept, and where',
    body: [
      'Journeys are files on this machine, readable by your login alone. Nothing is sent anywhere, and nothing is counted.',
      ['ASCPI_HOME/journeys', 'one file a journey'],
      ['ASCPI_HOME/previous', 'the version of each before its last change'],
      ['ASCPI_HOME/shared', 'documents of the whole store'],
      ['ASCPI_HOME/config.json', 'your settings'],
      ['ASCPI_HOME/guide.json', 'what the guide remembers between two runs'],
      ['ASCPI_HOME/backups.json', 'where backups were written, so that an erasure can reach them'],
      'Without ASCPI_HOME everything is in the configuration folder of your system. doctor names it.',
      'See all that is held of one candidate: ascpi privacy export -c <id>. Forget one: ascpi privacy erase -c <id>',
      'This tool is independent of ASCP, Pearson VUE and every agency. It never logs into any account.',
    ],
  },
  {
    name: 'environment',
    summary: 'variables that are read',
    body: [
      'An option wins over a variable, a variable over a setting, a setting over the default.',
      ['ASCPI_HOME', 'the folder of everything that is kept; an absolute path'],
      ['ASCPI_STORE', 'same as --store'],
      ['ASCPI_CANDIDATE', 'same as --candidate'],
      ['ASCPI_TODAY', 'same as --today'],
      ['ASCPI_PASSPHRASE', 'of encrypted backups; better ASCPI_PASSPHRASE_FILE, a file that holds it'],
      ['ASCPI_USER', 'who records; else the name of your login'],
      ['ACCESSIBLE', '1 is the same as --accessible'],
      ['NO_COLOR', 'any value: no colours'],
      ['FORCE_COLOR', '1: colours in a pipe too'],
      ['COLUMNS', 'width of the text, else the terminal, else 80'],
    ],
  },
];
