// Kinds of damage that a roster may have: what stands in a line, and where and why it has to be refused.
import { importColumns } from '../../../src/domain/import-columns.ts';
import { type Cells, lineOf } from './roster-file.ts';

export interface Damage {
  readonly name: string;
  /** cells of a row that is good otherwise, or a whole line, as text or bytes */
  readonly row?: Cells;
  readonly raw?: string | Uint8Array;
  readonly column: string | null;
  readonly reason: RegExp;
  /** lines of the file that the row takes */
  readonly lines?: number;
  /** nothing after it can be read */
  readonly last?: true;
}

/** A row that nothing is wrong with, of somebody who has passed. */
export const good = (id: string): Cells => ({
  id,
  name: `Good ${id}`,
  email: `${id}@example.org`,
  credential: 'MLS',
  country: 'PH',
  zone: 'Asia/Manila',
  application: '2026-03-01',
  admission: '2026-04-01',
  exam: '2026-06-01',
  result: 'pass',
  scores: '2026-06-04',
  score: '512',
  certificate: '2026-07-20',
  expires: '2029-07-31',
  notes: 'one\ntwo',
});

const ESC = '\u001b';
const cell = (name: string, column: string | null, value: string, reason: RegExp, more: Cells = {}): Damage => ({
  name,
  row: { [column ?? 'notes']: value, ...more },
  column,
  reason,
});
const day = (name: string, value: string, reason: RegExp) => cell(name, 'application', value, reason);

/** Without what comes after, so that one thing alone is wrong. */
const booked = { result: '', scores: '', score: '', certificate: '', expires: '' };
const passed = { certificate: '', expires: '' };
const bare = Object.fromEntries(importColumns.slice(8, -1).map((column) => [column, '']));

const western = (text: string) => Buffer.from(text, 'latin1');

export const damages: readonly Damage[] = [
  // dates
  day('30 February', '2026-02-30', /February 2026 has 28 days.*2026-02-28/),
  day('31 April', '2026-04-31', /April 2026 has 30 days/),
  day('month 13', '2026-13-01', /twelve months/),
  day('day 0', '2026-04-00', /counted from 1/),
  day('a two-digit year', '01/03/26', /year has two digits/),
  day('a two-digit year first', '26-03-01', /year has two digits/),
  day('day and month in an order nobody knows', '03/04/2026', /ambiguous/),
  day('no separators', '20260301', /not separated/),
  day('a week', '2026-W10', /week/),
  day('a time', '2026-03-01T08:00', /has a time/),
  day('slashes', '2026/03/01', /two digits and hyphens/),
  day('digits of another script', '٢٠٢٦-٠٣-٠١', /digits are not 0 to 9/),
  day('a year of long ago', '1026-03-01', /outside 1900 to 2199/),
  day('a Buddhist year', '2569-03-01', /Buddhist/),
  day('a Jalali year', '1405-03-01', /Jalali/),
  day('the number of a day in a spreadsheet', '46082', /number of a day in a spreadsheet, perhaps 2026-03-01/),
  day('a formula', '=TODAY()', /not of the form YYYY-MM-DD/),
  day('an error of a spreadsheet', '#VALUE!', /error of a spreadsheet/),
  day('words', 'last March', /not of the form/),
  day('a question mark', '2026-03-??', /not of the form/),
  day('a day after today', '2026-12-16', /after today/),
  cell('a result in the future', 'exam', '2026-12-20', /after today/, {
    ...booked,
    result: 'pass',
    window_end: '2027-01-31',
  }),
  // ids
  cell('an id in capitals', 'id', 'Maria-Santos', /can't be an id/),
  cell('an id that climbs', 'id', '../x', /can't be an id/),
  cell('an id that is a device', 'id', 'con', /can't be an id/),
  cell('an id that is a prototype', 'id', '__proto__', /can't be an id/),
  cell('an id with a space', 'id', 'maria santos', /can't be an id/),
  cell('an id that is too long', 'id', 'x'.repeat(65), /can't be an id/),
  cell('an id twice', 'id', 'first', /candidate of line 2 again/),
  cell('somebody new without a name', 'id', 'nobody', /needs a name/, { name: '' }),
  cell('a name that is there already, without an id', 'name', 'Good first', /line 2/, { id: '', email: '' }),
  cell('an address that is there already, without an id', 'email', 'first@example.org', /line 2/, {
    id: '',
    name: 'Else',
  }),
  cell('nothing that tells who it is', null, 'hello', /needs a name/, {
    ...bare,
    id: '',
    name: '',
    email: '',
    credential: '',
    country: '',
    zone: '',
  }),
  // people
  cell('a control character', 'name', `Maria${ESC}[31m`, /control character/),
  { ...cell('a line break in a name', 'name', 'Maria\nSantos', /line break/), lines: 2 },
  cell('a name that is too long', 'name', 'x'.repeat(201), /longer than 200/),
  cell('an error in place of a name', 'name', '#N/A', /error of a spreadsheet/),
  cell('two addresses', 'email', 'a@example.org;b@example.org', /not one plain address/),
  cell('no address', 'email', 'maria at example', /space/),
  cell('half an address', 'email', 'maria@', /form name@example\.org/),
  { ...cell('an address that writes a header', 'email', 'a@example.org\nBcc: b@example.org', /invisible/), lines: 2 },
  cell('an address with a name', 'email', 'Maria<a@example.org>', /not one plain address/),
  cell('an unknown credential', 'credential', 'MLZ', /no credential/),
  cell('an unknown country', 'country', 'Phillipines', /Did you mean Philippines/),
  cell('a code that is no country', 'country', 'XA', /not a country/),
  cell('a city for a zone', 'zone', 'Manila', /not a time zone/),
  cell('an owner that is too long', 'owner', 'x'.repeat(101), /longer than 100/),
  cell('a tag that is markup', 'tags', 'cebu;<b>', /"<b>"/),
  cell('tags without end', 'tags', Array.from({ length: 51 }, (_, index) => `t${index}`).join(' '), /more than 50/),
  cell('a note that is too long', 'notes', 'x'.repeat(4001), /longer than 4000/),
  cell('a note with a bell', 'notes', 'ding\u0007', /control character/),
  // results
  cell('a result nobody knows', 'result', 'maybe', /pass or fail/),
  cell('a score off the scale', 'score', '1000', /100 to 999/),
  cell('half a point', 'score', '512.5', /whole number/),
  cell('a score below zero', 'score', '-5', /whole number/),
  cell('a result without its exam', 'result', 'pass', /fill the column exam/, { ...booked, exam: '', result: 'pass' }),
  cell('a score without its day', 'score', '512', /fill the column scores/, { ...passed, scores: '' }),
  cell('scores without a result', 'scores', '2026-06-04', /fill the column result/, {
    ...passed,
    exam: '',
    result: '',
    admission: '',
  }),
  cell('the end of a window without its notification', 'window_end', '2026-06-30', /fill the column admission/, {
    ...bare,
    window_end: '2026-06-30',
  }),
  cell('an expiry without its certificate', 'expires', '2029-07-31', /fill the column certificate/, {
    certificate: '',
  }),
  // contradictions
  cell('a notification before its application', 'admission', '2026-02-01', /later than its admission/, {
    ...booked,
    exam: '',
  }),
  cell('a window that ends before it starts', 'window_start', '2026-05-01', /after its end/, {
    ...booked,
    exam: '',
    window_end: '2026-04-15',
  }),
  cell('an exam outside its window', 'exam', '2026-08-01', /outside its window/, booked),
  cell('an exam without a notification', 'exam', '2026-06-01', /not recorded/, { ...passed, admission: '' }),
  cell('scores before their exam', 'scores', '2026-05-30', /before their exam/, passed),
  cell('a score that contradicts the result', 'score', '300', /contradict each other/, passed),
  cell('a certificate of a failed exam', 'certificate', '2026-07-20', /failed exam/, { result: 'fail', score: '300' }),
  cell('a credential that expires before it is earned', 'expires', '2026-07-01', /not after the certificate/),
  // lines
  {
    name: 'a line that is too short',
    raw: 'short,Too Short,s@example.org',
    column: null,
    reason: /3 cells where the header has 19/,
  },
  { name: 'a line that is too long', raw: `${lineOf(good('long'))},more`, column: null, reason: /20 cells where/ },
  {
    name: 'a line with other separators',
    raw: lineOf(good('semi')).replaceAll(',', ';').replace('"one\ntwo"', ''),
    column: null,
    reason: /1 cell where/,
  },
  { name: 'the header again', raw: importColumns.join(','), column: null, reason: /header again/ },
  {
    name: 'a quotation mark in the middle',
    raw: lineOf({ id: 'bob', name: 'NAME' }).replace('NAME', 'Bob "Bobby" Cruz'),
    column: 'name',
    reason: /quotation mark in its middle/,
  },
  {
    name: 'text after a quotation',
    raw: lineOf({ id: 'rob', name: 'NAME' }).replace('NAME', '"Rob" Cruz'),
    column: 'name',
    reason: /quotation mark in its middle/,
  },
  {
    name: 'letters of Windows-1252',
    raw: western(lineOf({ id: 'jose', name: 'José Cruz' })),
    column: 'name',
    reason: /not UTF-8.*--encoding windows-1252/,
  },
  {
    name: 'half of a character',
    raw: Buffer.concat([Buffer.from('half,Half '), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(','.repeat(17))]),
    column: 'name',
    reason: /not UTF-8/,
  },
  {
    name: 'a quotation that never ends',
    raw: lineOf({ id: 'open', name: 'NAME' }).replace('NAME', '"Open'),
    column: 'name',
    reason: /never closed/,
    last: true,
  },
];

/** The line of one kind of damage, in a row of its own. */
export const damagedLine = ({ row, raw }: Damage, index: number): string | Uint8Array =>
  raw ?? lineOf({ ...good(`d-${index}`), ...row });

const LINE = Buffer.from('\n');

export const joined = (lines: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(lines.flatMap((line) => [Buffer.from(line as string), LINE]));
