// `ascpi report`: the cohort at a glance, or one candidate on a page. How it decides is in cli/report/, loaded when it runs.
import type { Command } from '../command.ts';
import { filterOptions } from '../filter-options.ts';

export const report: Command = {
  name: 'report',
  group: 'Many candidates',
  summary: 'the cohort at a glance, or one candidate on a page for an employer',
  description:
    'Says how many candidates are at each step, whose exam windows end when, who needs somebody first, which fees are at risk, how long waits took and what changed since the last report. Filters can be combined: all must hold. Remember this report: ascpi report --remember. The next one of the same candidates then says what changed. With -c it is a page about one candidate, without mail address and notes.',
  options: [
    ...filterOptions,
    {
      flags: '--most <count>',
      description: 'candidates in the list of those who need somebody first; 25 unless given',
    },
    { flags: '--remember', description: 'keep where everybody stands, by ids alone, to compare the next report with' },
    { flags: '--anonymous', description: 'numbers in place of ids and names' },
    {
      flags: '--with <what>',
      description: 'with -c: also scores, number (of the certificate), visa; joined by commas',
    },
  ],
  examples: [
    'ascpi report',
    'ascpi report -o cohort.html',
    'ascpi report --due 60d --remember',
    'ascpi report --anonymous --format markdown',
    'ascpi report -c maria-santos -o maria.pdf',
    'ascpi report -c maria-santos --with scores,visa',
  ],
  json: 'candidates, total, filter, steps[] {id, title, count, boards}, windows[] {week, count, unbooked}, windowsLater {count, unbooked}, windowsMissed, atRisk, worklist[] (as in candidates), fees[] {currency, amount, count}, feesUnrecorded, waits[] {id, title, n, open, enough, median, low, high, expected, held, early, late, of, overdue}, changes {since, forward[] {id, from, to}, back[], overdue[], added[], gone[], exams[] {id, from, to}} or null, unread[]; with -c candidate {id, name, credential, country}, board, standing, steps[] {id, title, state, on, basis}, papers[] {item, title, on, validUntil}, profile, maintenance[], and what --with asks for',
  writes: true,
  ofOneJourney: true,
  async decide(run, args, options) {
    const isOne = options['candidate'] !== undefined;
    const { decide } = isOne ? await import('../report/packet.ts') : await import('../report/cohort.ts');
    return decide(run, args, options);
  },
};
