// `ascpi candidates import` and `export`: what they take. How they decide is in cli/roster/, loaded when it runs.
import { importColumns } from '../../domain/import-columns.ts';
import type { Command } from '../command.ts';
import { filterOptions } from '../filter-options.ts';

const group = 'Many candidates';

const importing: Command = {
  name: 'candidates import',
  group,
  summary: 'take in a spreadsheet or an export, all of it or nothing',
  description: [
    `Reads a CSV or JSON file, or - for stdin. The first line of a CSV names its columns, in any order: ${importColumns.join(', ')}.`,
    'A row is found again by its id, else by its mail address, else by its name. Empty cells change nothing, and the same file again changes nothing.',
    'Days are YYYY-MM-DD. Another form is taken if it is declared, or if all days of a column can be read in one way alone.',
    'Every fault is listed with line and column. If there is one, nothing is changed. A file with these headers comes from: ascpi candidates export -o roster.csv',
  ].join(' '),
  args: [{ name: '<file>', description: 'a CSV or JSON file, or - for stdin; at most 64 MB' }],
  options: [
    {
      flags: '--map <header=column>',
      description: 'read a header as one of the columns; may be repeated',
      collect: true,
    },
    { flags: '--map-file <file>', description: 'a JSON file of such pairs: {"Surname Name": "name"}' },
    { flags: '--keep-unknown', description: 'keep cells of other columns as notes' },
    { flags: '--date-format <form>', description: 'the form of the days besides YYYY-MM-DD: dd/mm/yyyy, d mmm yyyy' },
    {
      flags: '--encoding <name>',
      description: 'utf-8, utf-16le, utf-16be or windows-1252; utf-8 unless the file says otherwise',
    },
  ],
  examples: [
    'ascpi candidates import roster.csv --dry-run',
    'ascpi candidates import agency.csv --map "Surname Name=name" --map E-Mail=email --date-format dd/mm/yyyy',
    'ascpi candidates import roster.json --dry-run --json',
  ],
  json: 'dryRun, new, changed, same, faults[] {line, column, letter, value, reason}, candidates[] {line, id, state, changes[]}, delimiter, encoding, dateFormats, unknownColumns[]',
  writes: true,
  decide: async (...given) => (await import('../roster/import.ts')).decide(...given),
};

const exporting: Command = {
  name: 'candidates export',
  group,
  summary: 'the roster for a spreadsheet, a mail merge, or a store elsewhere',
  description: `Writes candidates as a table of what is current (csv), or with all that was ever recorded (json). Both can be imported again. The options that choose candidates say who is in it, or -c names one: a packet that another store takes in with ascpi restore <file> --merge.`,
  options: [
    {
      flags: '--for <program>',
      description:
        'csv for excel (a byte order mark, formulas made harmless) or for a mail merge (raw); excel unless given',
    },
    ...filterOptions,
  ],
  examples: [
    'ascpi candidates export -o roster.csv',
    'ascpi candidates export --for merge --due 30d -o letters.csv',
    'ascpi candidates export -o roster.json',
    'ascpi candidates export -c maria-santos -o packet.json',
  ],
  json: 'journeys[] {version, id, revision, profile, facts[]}, unread[]',
  ofOneJourney: true,
  decide: async (...given) => (await import('../roster/export.ts')).decide(...given),
};

export const exchange: readonly Command[] = [importing, exporting];
