// All that reads text from people, each with examples of what it takes. One table for the gate and for `npm run test:fuzz`.
import { offerAnswers } from '../../src/cli/agency/offer-answers.ts';
import { readArea, readNewArea, readPoints } from '../../src/cli/cmp/points-answers.ts';
import { choiceAnswer, dateAnswer, integerAnswer, lineAnswer, zoneAnswer } from '../../src/cli/commands/answers.ts';
import { stepAnswers } from '../../src/cli/commands/step-answers.ts';
import { countryCode } from '../../src/cli/countries.ts';
import { deliveryKeys } from '../../src/cli/delivery-settings.ts';
import { quickWords } from '../../src/cli/quick/quick-words.ts';
import { readCsv } from '../../src/cli/read-csv.ts';
import { csvRows } from '../../src/cli/visa/csv-table.ts';
import { readSavedPage } from '../../src/cli/visa/saved-page.ts';
import { parseChargeability } from '../../src/cli/visa/visa-answers.ts';
import { cutoffInCell, parseCutoff } from '../../src/domain/bulletin-cutoff.ts';
import { parseMonth } from '../../src/domain/bulletin-month.ts';
import { readBulletinPage } from '../../src/domain/bulletin-page.ts';
import { readBulletinTable } from '../../src/domain/bulletin-table.ts';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { parseDateFormat, readingOf } from '../../src/domain/date-format.ts';
import { quote } from '../../src/domain/failure.ts';
import { filterShape, filterText, wordsOf } from '../../src/domain/filter.ts';
import { columnNamed, headerKey } from '../../src/domain/import-columns.ts';
import { idFromName, parseJourneyId } from '../../src/domain/journey-id.ts';
import { checkLetter } from '../../src/domain/letter-check.ts';
import { addressFault, parseSender } from '../../src/domain/mail-address.ts';
import { compareNames } from '../../src/domain/name-check.ts';
import { joinNotes, splitNotes } from '../../src/domain/note-cell.ts';
import { parseDate } from '../../src/domain/parse-date.ts';
import { addPeriod, parsePeriod } from '../../src/domain/period.ts';
import { NAME_LIMIT } from '../../src/domain/profile.ts';
import { fillTemplate, readTemplate, templateFields } from '../../src/domain/reminder-template.ts';
import { parseMoney, parseValue } from '../../src/domain/rule.ts';
import { readOwnValue } from '../../src/domain/rulebook.ts';
import { parseLadder } from '../../src/domain/rungs.ts';
import { AS_IT_IS, addToScenario } from '../../src/domain/scenario.ts';
import { readShape } from '../../src/domain/shape.ts';
import { readSpokenDate } from '../../src/domain/spoken-date.ts';
import { readStrictJson } from '../../src/domain/strict-json.ts';
import { noteFault, searchable, textFault } from '../../src/domain/text.ts';
import { checkUpload } from '../../src/domain/upload-check.ts';
import { parseCategory } from '../../src/domain/visa-category.ts';
import { instantOf } from '../../src/domain/zone-clock.ts';
import { restored } from '../../src/formats/formulas.ts';
import { isolated, visible } from '../../src/formats/safe-text.ts';
import { homeFolder } from '../../src/stores/home.ts';
import { openStore } from '../../src/stores/index.ts';
import { printable } from '../../src/stores/printable.ts';
import { initialsOf } from '../../src/views/initials.ts';
import { shippedPlanbook } from '../domain/shipped.ts';

export interface Parser {
  readonly name: string;
  /** texts that it takes */
  readonly examples: readonly string[];
  /** Gives its answer, or fails. */
  readonly read: (text: string) => unknown;
  /** it takes any text there is, or something may well stand behind what it takes */
  readonly open?: true;
}

const today = '2026-12-15' as CivilDate;
const planbook = shippedPlanbook();
/** The option `key` with the text that was typed. */
const option = (key: string, text: string) => ({ [key]: text });
const step =
  (id: keyof typeof stepAnswers, key: string, more: Readonly<Record<string, string>> = {}) =>
  (text: string) =>
    stepAnswers[id].read({ ...more, ...option(key, text) }, planbook, today);
const own = (id: string) => (text: string) =>
  readOwnValue(
    planbook.rules.find((rule) => rule.id === id),
    id,
    text,
  );
const offer = (part: string) => (text: string) => offerAnswers(option(part, text));
const words = (text: string, env: Record<string, string> = {}) =>
  quickWords(text.split(' '), { env, localDay: () => today });

/** A period is worth what comes of adding it. */
function periodAdded(text: string): unknown {
  const period = parsePeriod(text, 'us-federal');
  if (!period) return undefined;
  try {
    return [addPeriod(today, period, planbook.calendars), addPeriod(today, period, planbook.calendars, -1)];
  } catch (error) {
    // Beyond the years there are; whoever adds says so.
    if (error instanceof RangeError) return 'outside';
    throw error;
  }
}

function templateFilled(text: string): unknown {
  const read = readTemplate('x.txt', text);
  if ('faults' in read) return read.faults;
  const filled = fillTemplate(read.template, { ...templateFields, name: text.slice(0, 200) });
  return filled && { ...filled };
}

/** No name is longer when it gets there. */
function namesCompared(text: string): unknown {
  const name = text.slice(0, NAME_LIMIT);
  const alike = [compareNames('Maria Santos', name), compareNames(name, name)];
  return [alike, initialsOf(name), idFromName(name), searchable(text)];
}

function filterIn(text: string): unknown {
  const json = readStrictJson(text);
  const shaped = 'value' in json ? readShape(filterShape, json.value) : undefined;
  return shaped?.ok ? filterText(shaped.value) : shaped;
}

function jsonIn(text: string): unknown {
  const json = readStrictJson(text);
  return 'value' in json ? [json.value, json.lineOf('1/b')] : json.faults;
}

function pageIn(text: string): unknown {
  const page = readSavedPage(text);
  return page && readBulletinPage(page);
}

function tableIn(text: string): unknown {
  const rows = csvRows(text);
  return 'fault' in rows ? rows : readBulletinTable(rows);
}

const PAGE = [
  '<title>Visa Bulletin For March 2019</title><h1>Visa Bulletin For March 2019</h1>',
  '<p>A. FINAL ACTION DATES FOR EMPLOYMENT-BASED PREFERENCE CASES',
  '<table><tr><td>Employment-based<td>All Chargeability Areas Except Those Listed<td>PHILIPPINES',
  '<tr><td>3rd<td>C<td>01DEC17</table>',
].join('');
const TABLE = 'month,chart,category,area,cutoff\n2019-03,final,EB-3,philippines,2017-12-01\n2019-03,final,EB-3,all,C\n';
const TEMPLATE = '# mine\nSubject: {what}\nShort: {name}: {what} {day}\n\nDear {name},\n\n{{{basis}}}\n';
const ROSTERS = [
  'postgres://maria@db.example.org:5433/ascpi',
  'postgres:///ascpi?host=/run/postgresql',
  'postgres://maria@[::1]/a%20b',
];

const days: readonly Parser[] = [
  { name: 'a day', examples: ['2026-11-30', '2028-02-29'], read: parseDate },
  {
    name: 'a day as it is said',
    examples: ['15 Jan 2027', 'January 15 2027', 'today', 'last friday'],
    read: (text) => readSpokenDate(text, today),
  },
  {
    name: 'a form of days',
    examples: ['dd/mm/yyyy', 'd mmm yyyy', 'yyyymmdd'],
    read: (text) => parseDateFormat(text).read('15/01/2027') ?? 'no such day',
    open: true,
  },
  {
    name: 'a column of days',
    examples: ['15/01/2027', '1 Feb 2027', '44941', '03.04.2027'],
    read: (text) => readingOf([text, '25/12/2026']).read(text),
    open: true,
  },
  { name: 'a month', examples: ['2019-03'], read: parseMonth },
  { name: 'a cut-off', examples: ['2017-12-01', 'C'], read: parseCutoff },
  { name: 'a cut-off of a cell', examples: ['01DEC17', ' U\u00a0'], read: cutoffInCell },
  { name: 'a period', examples: ['90d', '8w', '3mo', '3y', '4bd'], read: periodAdded },
  {
    name: 'a range',
    examples: ['6w..8w', '40d'],
    read: (text) => parseValue(text, { from: { weeks: 6 }, to: { weeks: 8 } }),
  },
  { name: 'an own period', examples: ['90d', '4bd'], read: own('exam-window') },
  { name: 'an own assumption', examples: ['6w', '3w..8w'], read: own('transcript') },
  { name: 'rungs', examples: ['30,7,1,0,after', 'none'], read: parseLadder },
  { name: 'an appointment', examples: ['2027-01-15', '2027-01-15T08:30'], read: step('schedule', 'exam') },
  {
    name: 'the clock of a zone',
    examples: ['Asia/Manila', 'America/New_York', 'UTC'],
    read: (text) => instantOf({ date: today, time: '08:30' }, text),
  },
];

const answers: readonly Parser[] = [
  { name: 'a zone', examples: ['Asia/Manila'], read: (text) => zoneAnswer({ zone: text }) },
  { name: 'a line', examples: ['Nguyễn Thị Ánh'], read: (text) => lineAnswer({ name: text }, 'name', 200) },
  { name: 'a choice', examples: ['Pass'], read: (text) => choiceAnswer({ result: text }, 'result', ['pass', 'fail']) },
  { name: 'a whole number', examples: ['12'], read: (text) => integerAnswer({ score: text }, 'score', 1, 999) },
  { name: 'the day of an option', examples: ['2026-11-30'], read: (text) => dateAnswer({ on: text }, 'on') },
  { name: 'a score', examples: ['512'], read: step('scores', 'score', { result: 'pass' }) },
  { name: 'a fee', examples: ['240USD', 'USD 240.50'], read: step('application', 'fee') },
  { name: 'money', examples: ['240USD', 'php 120000'], read: parseMoney },
  { name: 'a country', examples: ['PH', 'Philippines', 'nepal'], read: countryCode },
  { name: 'an id', examples: ['maria-santos'], read: parseJourneyId },
  { name: 'points', examples: ['1.5'], read: (text) => readPoints(text) },
  {
    name: 'an area',
    examples: ['Blood Banking', 'safety'],
    read: (text) => readArea(text, ['safety', 'blood-banking']),
  },
  { name: 'a new area', examples: ['blood_banking', 'ethics'], read: (text) => readNewArea(text, ['safety']) },
  { name: 'pay', examples: ['34USD/hour', '70000 USD / year'], read: offer('pay') },
  { name: 'hours', examples: ['36', '37.5'], read: offer('hours') },
  { name: 'housing', examples: ['500USD/month', 'none'], read: offer('housing') },
  { name: 'a match', examples: ['4%', '100USD/month'], read: offer('match') },
  { name: 'a penalty', examples: ['5000USD'], read: offer('penalty') },
  { name: 'insurance', examples: ['health, dental'], read: offer('insurance') },
  // Bulletins and forms write them with all kinds of signs.
  { name: 'a category', examples: ['EB-3', 'eb3'], read: parseCategory, open: true },
  { name: 'a chargeability', examples: ['PH', 'all', 'India'], read: parseChargeability, open: true },
  {
    name: 'a scenario',
    examples: ['exam=2027-01-15,result=fail', 'by=2027-06-01', 'window-end=2027-02-28'],
    read: (text) => addToScenario(AS_IT_IS, [text]),
  },
  // The length that is assumed is read when the plan is made.
  {
    name: 'an assumption of a scenario',
    examples: ['assume.transcript=6w'],
    read: (text) => addToScenario(AS_IT_IS, [text]),
    open: true,
  },
  { name: 'a column', examples: ['Window-Start', 'NAME'], read: columnNamed },
  { name: 'a mail server', examples: ['smtp.example.org', '::1'], read: deliveryKeys['mail.host'].read },
  { name: 'a port', examples: ['587'], read: deliveryKeys['mail.port'].read },
  { name: 'a way to secure mail', examples: ['StartTLS'], read: deliveryKeys['mail.secure'].read },
  { name: 'who sends', examples: ['Ana Cruz <ana@example.org>'], read: deliveryKeys['mail.from'].read },
  { name: 'who logs in', examples: ['ana'], read: deliveryKeys['mail.user'].read },
  {
    name: 'a webhook',
    examples: ['https://example.org:8443/a?b=c', 'http://127.0.0.1/'],
    read: deliveryKeys['webhook.url'].read,
    // The part behind is escaped, as browsers do.
    open: true,
  },
];

const texts: readonly Parser[] = [
  {
    name: 'a mail address',
    examples: ['ana@example.org', 'josé.1+x@exämple.co.uk'],
    read: (text) => (addressFault(text) === undefined ? text : undefined),
  },
  { name: 'a sender', examples: ['Ana Cruz <ana@example.org>', '"Ana" <a@b.co>'], read: parseSender },
  {
    name: 'a fault of a line',
    examples: ['Maria'],
    read: (text) => [textFault(text, 200), noteFault(text, 4000)],
    open: true,
  },
  {
    name: 'a name to compare',
    examples: ['Maria Santos', 'SANTOS, María'],
    read: namesCompared,
    open: true,
  },
  {
    name: 'the signer of a letter',
    examples: ['Dr. A. Reyes'],
    read: (text) => checkLetter({ formSigner: 'Dr A Reyes', letterSigner: text.slice(0, NAME_LIMIT) }),
    open: true,
  },
  {
    name: 'a text to show',
    examples: ['\u001b[31mred', 'مريم'],
    read: (text) => [visible(text), isolated(text), printable(text), quote(text), restored(text)],
    open: true,
  },
  {
    name: 'notes of a cell',
    examples: ['Called\n---\nWrote'],
    read: (text) => joinNotes(splitNotes(text)),
    open: true,
  },
  { name: 'a header', examples: ['Window Start'], read: headerKey, open: true },
  { name: 'a search', examples: ['maria cebu'], read: wordsOf, open: true },
  { name: 'a kept filter', examples: ['{"due":"14d","tag":["cebu"],"search":"ana"}'], read: filterIn, open: true },
  { name: 'a template', examples: [TEMPLATE], read: templateFilled, open: true },
  {
    name: 'a paper',
    examples: ['%PDF-1.4\n/Encrypt\n%%EOF\n', '{\\rtf1', '\u0089PNG'],
    read: (text) => checkUpload(text, 10),
    open: true,
  },
  { name: 'JSON', examples: ['{"a":[1,{"b":"\\u0041"}],"c":null}', '[[[]]]'], read: jsonIn, open: true },
  {
    name: 'CSV',
    examples: ['a,b\n"x ""y""",2\r\n'],
    read: (text) => [readCsv(text, ',', 1, 1000), csvRows(text)],
    open: true,
  },
  { name: 'a saved page', examples: [PAGE, '\udfff\udfff"'], read: pageIn, open: true },
  { name: 'a table of cut-offs', examples: [TABLE], read: tableIn, open: true },
  {
    name: 'the address of a store',
    examples: [...ROSTERS, 'file:///home/maria', '/home/maria', 'memory:'],
    read: (text) => openStore(text).address,
    open: true,
  },
  { name: 'the address of a roster', examples: ROSTERS, read: (text) => openStore(text).address },
  {
    name: 'a home',
    examples: ['/home/maria', 'C:\\Users\\maria'],
    read: (text) =>
      ['linux', 'win32', 'darwin'].map((platform) =>
        homeFolder(platform, { ASCPI_HOME: text, HOME: '/h', USERPROFILE: 'C:\\h' }, () => '/h'),
      ),
    open: true,
  },
  {
    name: 'words of the quick way',
    examples: ['status --json', 'next -c maria --today 2026-12-15', 'remind --check'],
    read: (text) => words(text),
    open: true,
  },
  {
    name: 'variables of the quick way',
    examples: ['2026-12-15', 'maria'],
    read: (text) => words('status', { ASCPI_TODAY: text, ASCPI_CANDIDATE: text, ACCESSIBLE: text }),
    open: true,
  },
];

/** `open` stands only where a text may hold anything, or where something may well follow. */
export const parsers: readonly Parser[] = [...days, ...answers, ...texts];
