// `ascpi why <date-id>`: the facts, rules and arithmetic behind a date.
import { dateIds } from '../../domain/dates.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { closest } from '../../domain/suggest.ts';
import { dateNamed } from '../../domain/timeline.ts';
import { whyView } from '../../views/why.ts';
import type { Command } from '../command.ts';
import { statusInput } from './status-input.ts';

export const why: Command = {
  name: 'why',
  group: 'Your journey',
  summary: 'the fact, the rule, the source and the arithmetic behind a date',
  args: [{ name: '<date-id>', description: `one of ${dateIds.join(', ')}` }],
  examples: ['ascpi why exam-window', 'ascpi why application-documents --json'],
  json: 'date, chain[] {kind: fact|notice|rule|override|adjustment, value, rule, source, checked, confidence, note}',
  ofOneJourney: true,
  async decide(run, [id = '']) {
    if (!dateIds.includes(id)) {
      const near = closest(id, dateIds);
      const hint = near ? `Did you mean ${near}?` : `Dates: ${dateIds.join(', ')}`;
      throw new Failure('usage', `there is no date ${quote(id)}`, hint);
    }
    const { timeline } = statusInput(await run.journey(), run);
    const date = dateNamed(timeline, id);
    if (date) return { view: whyView(date, timeline) };
    const unknown = timeline.unknown.find((each) => each.id === id);
    const known = timeline.dates.map((each) => each.id).join(', ') || 'none yet';
    throw new Failure(
      'missing',
      unknown ? `${id} is not known: ${unknown.reason}` : `no recorded fact leads to ${id}`,
      `Dates there are: ${known}`,
    );
  },
};
