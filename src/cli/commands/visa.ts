// `ascpi visa …`: the visa queue. What each command takes is here; how it decides is in cli/visa/, loaded when it runs.
import type { Command, OptionSpec } from '../command.ts';

const category: OptionSpec = { flags: '--category <category>', description: 'of the petition, for example EB-3' };
const chargeability: OptionSpec = {
  flags: '--chargeability <country>',
  description: 'country of birth: PH or Philippines; all for one without a column',
};
const chart: OptionSpec = {
  flags: '--chart <chart>',
  description: 'final (final action dates) or filing (dates for filing); final unless given',
};
const priority: OptionSpec = { flags: '--priority <date>', description: 'the priority date of the petition' };

const show: Command = {
  name: 'visa',
  group: 'After the exam',
  summary: 'your priority date against the Visa Bulletin',
  description:
    'Says whether a visa is available to your priority date by the last bulletin known, how the cut-off moved, and how long it may take. Options stand in place of what is recorded; with all three, no journey is needed.',
  options: [
    priority,
    category,
    chargeability,
    chart,
    { flags: '--check', description: 'exit 4 unless the priority date is current by the bulletin of this month' },
  ],
  examples: [
    'ascpi visa',
    'ascpi visa --chart filing --json',
    'ascpi visa --priority 2018-03-15 --category EB-3 --chargeability Philippines',
  ],
  json: 'candidate, priority, category, chargeability, current, cutoff, chart, bulletin, gap, behind, column, reason, source, movement[] {month, cutoff, days, since, kind}, retrogressions[], estimate {earliest, latest, moves, from, atMost, untold}, coming, other, warnings[]',
  ofOneJourney: true,
  decide: async (...given) => (await import('../visa/show.ts')).decide(...given),
};

const set: Command = {
  name: 'visa set',
  group: 'After the exam',
  summary: 'record your priority date, category and country of birth',
  description: 'Records your place in the visa queue, or corrects it: what is not given stays as it was.',
  options: [priority, category, chargeability],
  examples: ['ascpi visa set --priority 2018-03-15 --category EB-3 --chargeability Philippines'],
  json: 'candidate, dryRun, recorded, attempt, current, next, dates[], warnings[]',
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../visa/set.ts')).decide(...given),
};

const list: Command = {
  name: 'visa bulletin',
  group: 'After the exam',
  summary: 'the Visa Bulletins that are known',
  description:
    'Lists the bulletins that are known. They belong to the whole store: all candidates are measured by them.',
  options: [{ flags: '--month <month>', description: 'every cut-off of one month, and what it replaced' }],
  examples: ['ascpi visa bulletin', 'ascpi visa bulletin --month 2019-03'],
  json: 'bulletins[] {month, chart, cells, sources[]}, missing[]; with --month: month, cells[] {chart, category, area, cutoff, from, file, at, by, before[]}',
  decide: async (...given) => (await import('../visa/list.ts')).decide(...given),
};

const change = 'dryRun, months[], added, same, replaced[] {month, chart, category, area, cutoff, was}, cells[]';

const add: Command = {
  name: 'visa bulletin add',
  group: 'After the exam',
  summary: 'record one cut-off by hand',
  description: 'Records one cut-off of a bulletin. The same again changes nothing; another one needs --force.',
  args: [{ name: '<month>', description: 'of the bulletin: 2019-03' }],
  options: [
    category,
    chargeability,
    { flags: '--date <date>', description: 'the cut-off: a day, C (current) or U (unavailable); - takes it out' },
    chart,
  ],
  examples: [
    'ascpi visa bulletin add 2019-03 --category EB-3 --chargeability Philippines --date 2017-12-01',
    'ascpi visa bulletin add 2019-07 --category EB-3 --chargeability Philippines --date C',
  ],
  json: change,
  writes: true,
  decide: async (...given) => (await import('../visa/add.ts')).decide(...given),
};

const take: Command = {
  name: 'visa bulletin import',
  group: 'After the exam',
  summary: 'read saved pages of the Visa Bulletin, or tables of cut-offs',
  description:
    'Reads the employment-based charts of pages saved from travel.state.gov as HTML, or CSV tables with the columns month, chart, category, area and cutoff. All or nothing: what it does not know it names.',
  args: [{ name: '<file...>', description: 'saved pages (.html) or tables (.csv)' }],
  examples: ['ascpi visa bulletin import march-2019.html'],
  json: `${change}, leftOut[]`,
  writes: true,
  decide: async (...given) => (await import('../visa/import.ts')).decide(...given),
};

export const visa: readonly Command[] = [show, set, list, add, take];
