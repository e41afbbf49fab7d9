// `ascpi cmp …`: credential maintenance. What each command takes is here; how it decides is in cli/cmp/, loaded when it runs.
import type { Command, OptionSpec } from '../command.ts';

const group = 'After the exam';
const which: OptionSpec = {
  flags: '--credential <credential>',
  description: 'one of those you hold; needed where you hold several',
};
const looked: readonly OptionSpec[] = [
  { flags: '--credential <credential>', description: 'one of those you hold; all unless given' },
  { flags: '--cycle <number>', description: 'an earlier cycle; the one that runs unless given' },
];
const receipt = 'candidate, dryRun, recorded, dates[], warnings[]';

const show: Command = {
  name: 'cmp',
  group,
  summary: 'credential maintenance: points earned and missing, cycle, declaration',
  description:
    'Shows what your credential asks for in its cycle, what you earned, what is missing and by when. Points above the minimum of an area count in others.',
  options: looked,
  examples: ['ascpi cmp', 'ascpi cmp --json', 'ascpi cmp --cycle 1'],
  json: 'credential, cycle {number, start, end, basis, provisional, declaration {start, end}, declared, renewed, reinstated}, state: running|declared|renewed|lapsed, areas[] {id, required, recorded, earned, missing}, missing, earned, beyond, table {basis, rule, source, entered}, dates[], credentials[] {credential, cycle, areas[], missing, earlier[]}, warnings[]; null where it is not known',
  ofOneJourney: true,
  decide: async (...given) => (await import('../cmp/show.ts')).decide(...given),
};

const add: Command = {
  name: 'cmp add',
  group,
  summary: 'record points for an activity, and see where they count',
  description:
    'Refuses activities outside the cycle. The same day, area and title again correct the activity: what you do not give stays, and - leaves an answer out.',
  args: [
    { name: '<points>', description: 'for example 2 or 1.5' },
    {
      name: '<area>',
      description:
        'one of your table, for MLS safety, ethics, blood-banking, chemistry, hematology, microbiology; or other',
    },
  ],
  options: [
    { flags: '--on <date>', description: 'the day of the activity; today unless given' },
    { flags: '--title <text>', description: 'what it was' },
    { flags: '--evidence <text>', description: 'what proves it, and where you keep that' },
    { flags: '--for <credentials>', description: 'those it counts for, joined by commas; all you hold unless given' },
  ],
  examples: [
    'ascpi cmp add 2 chemistry --on 2029-06-03 --title "Quality control workshop"',
    'ascpi cmp add 1.5 other --on 2029-06-10 --title "Journal club" --evidence "certificate in the blue folder"',
  ],
  json: `${receipt}, counted[] {credential, cycle, own, other, beyond, missing}`,
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../cmp/add.ts')).decide(...given),
};

const remove: Command = {
  name: 'cmp remove',
  group,
  summary: 'take back an activity, whenever it was recorded',
  args: [{ name: '<activity>', description: 'its title, or its id from cmp audit --json' }],
  options: [{ flags: '--on <date>', description: 'its day, where several have the title' }],
  examples: ['ascpi cmp remove "Laboratory safety refresher"'],
  json: receipt,
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../cmp/remove.ts')).decide(...given),
};

const declare: Command = {
  name: 'cmp declare',
  group,
  summary: 'record that you declared the points of a cycle in your account',
  options: [{ flags: '--on <date>', description: 'the day you declared; today unless given' }, which],
  examples: ['ascpi cmp declare --on 2029-12-01'],
  json: receipt,
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../cmp/declare.ts')).decide(...given),
};

const renewal: readonly OptionSpec[] = [
  { flags: '--expires <date>', description: 'the new last day as your account shows it' },
  { flags: '--start <date>', description: 'first day of the new cycle, where your account shows one' },
  { flags: '--on <date>', description: 'the day your account showed it; today unless given' },
  which,
];

const renew: Command = {
  name: 'cmp renew',
  group,
  summary: 'record the next cycle as your account shows it',
  options: renewal,
  examples: ['ascpi cmp renew --expires 2033-01-31'],
  json: receipt,
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../cmp/renew.ts')).decideFor('renew')(...given),
};

const reinstate: Command = {
  name: 'cmp reinstate',
  group,
  summary: 'record that a lapsed credential is valid again',
  description:
    'What the board asks for to reinstate a credential is not known here: look at its page or ask the board.',
  options: renewal,
  examples: ['ascpi cmp reinstate --on 2030-06-01 --expires 2033-05-31'],
  json: receipt,
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../cmp/renew.ts')).decideFor('reinstate')(...given),
};

const table: Command = {
  name: 'cmp table',
  group,
  summary: 'the points a cycle asks for; enter them from your account',
  description:
    'Without areas it shows the table in use. Your account wins: what you enter acts on the cycle of its day and those after it. What the total leaves is for others.',
  args: [{ name: '[area=points...]', description: 'the minimum of each area, safety=1' }],
  options: [
    { flags: '--total <points>', description: 'all points of the cycle' },
    { flags: '--on <date>', description: 'the day you took it from your account; today unless given' },
    { flags: '--off', description: 'take your own table away' },
    which,
  ],
  examples: ['ascpi cmp table', 'ascpi cmp table safety=1 ethics=1 --total 24'],
  json: `tables[] {credential, basis, areas[] {id, required}, source, entered}; when it records: ${receipt}`,
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../cmp/table.ts')).decide(...given),
};

const hold: Command = {
  name: 'cmp hold',
  group,
  summary: 'record another credential that you hold; an activity counts for each',
  args: [{ name: '<credential>', description: 'for example MLT' }],
  options: [
    { flags: '--on <date>', description: 'first day of its cycle: the day it was earned, or last renewed' },
    { flags: '--expires <date>', description: 'its last day as your account shows it' },
    { flags: '--off', description: 'you do not hold it' },
  ],
  examples: ['ascpi cmp hold MLT --on 2028-03-01 --expires 2031-02-28'],
  json: receipt,
  writes: true,
  ofOneJourney: true,
  decide: async (...given) => (await import('../cmp/hold.ts')).decide(...given),
};

const audit: Command = {
  name: 'cmp audit',
  group,
  summary: 'the folder for an audit: which certificates to keep',
  options: looked,
  examples: ['ascpi cmp audit', 'ascpi cmp audit -o audit.md'],
  json: 'cycles[] {credential, number, start, end}, missing[] {credential, unknown}, activities[] {id, on, points, area, title, evidence, credentials}, open (how many lack evidence)',
  ofOneJourney: true,
  decide: async (...given) => (await import('../cmp/audit.ts')).decide(...given),
};

export const cmp: readonly Command[] = [show, add, remove, declare, renew, reinstate, table, hold, audit];
