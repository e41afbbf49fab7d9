// `ascpi why <date-id>`: the facts, rules and arithmetic behind a date.
import { dateIds } from '../../domain/dates.ts';
import { EXPECTED, expectedDates } from '../../domain/expected-dates.ts';
import { Failure, quote } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { planForward } from '../../domain/plan.ts';
import { rulebookFor } from '../../domain/rulebook.ts';
import { stages } from '../../domain/stages.ts';
import { closest } from '../../domain/suggest.ts';
import { dateNamed, type TimelineDate, timelineOf } from '../../domain/timeline.ts';
import { whyView } from '../../views/why.ts';
import type { Command } from '../command.ts';
import type { Run } from '../run.ts';
import { statusInput } from './status-input.ts';

export const why: Command = {
  name: 'why',
  group: 'Your journey',
  summary: 'the fact, the rule, the source and the arithmetic behind a date',
  args: [{ name: '<date-id>', description: `one of ${dateIds.join(', ')}; of a plan, ${EXPECTED}<step>` }],
  examples: ['ascpi why exam-window', 'ascpi why application-documents --json'],
  json: 'date, chain[] {kind: fact|notice|rule|assumption|override|adjustment, value, rule, source, checked, confidence, note}',
  ofOneJourney: true,
  async decide(run, [id = '']) {
    const known = [...dateIds, ...stages.map((stage) => `${EXPECTED}${stage.id}`)];
    if (!known.includes(id) && !OF_ANOTHER.test(id)) {
      const near = closest(id, known);
      const hint = near ? `Did you mean ${near}?` : `Dates: ${dateIds.join(', ')}`;
      throw new Failure('usage', `there is no date ${quote(id)}`, hint);
    }
    const journey = await run.journey();
    const { timeline } = statusInput(journey, run);
    // Dates of a plan need its assumptions, which no other command reads.
    const date = dateNamed(timeline, id) ?? plannedDate(run, journey, id);
    if (date) return { view: whyView(date, timeline) };
    const unknown = timeline.unknown.find((each) => each.id === id);
    const there = timeline.dates.map((each) => each.id).join(', ') || 'none yet';
    throw new Failure(
      'missing',
      unknown ? `${id} is not known: ${unknown.reason}` : `no recorded fact leads to ${id}`,
      `Dates there are: ${there}`,
    );
  },
};

/** `credential-expires-mlt` is that of another credential. */
const OF_ANOTHER = /^(cmp-declare|credential-expires)(-[a-z]+){1,2}$/;

/** A date of the plan, with the assumptions of the settings. */
function plannedDate(run: Run, journey: Journey, id: string): TimelineDate | undefined {
  const rulebook = rulebookFor(journey.profile.credential, run.planbook({}));
  const timeline = timelineOf(journey, run.today, rulebook);
  const input = { timeline, rulebook, from: run.today, country: journey.profile.country };
  const expected = expectedDates(planForward(input, 'work'), timeline);
  return [...timeline.dates, ...expected].find((each) => each.id === id);
}
