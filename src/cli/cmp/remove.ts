// `ascpi cmp remove`: takes back an activity, whenever it was recorded. It stays in the history.

import { dayDate } from '../../domain/civil-date.ts';
import { type Activity, activitiesIn, recordedBefore } from '../../domain/cmp-activities.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { factsOn, recordAll } from '../../domain/journey.ts';
import { closest } from '../../domain/suggest.ts';
import { searchable } from '../../domain/text.ts';
import { areaName, pointsText } from '../../views/cmp-words.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer } from '../commands/answers.ts';
import { changed } from '../commands/change.ts';
import type { Run } from '../run.ts';
import { withCycle } from './receipt.ts';

export async function decide(run: Run, [typed = '']: readonly string[], options: Options): Promise<Outcome> {
  const journey = await run.journey();
  const facts = factsOn(journey, run.today);
  const activity = activityNamed(typed, dateAnswer(options, 'on'), activitiesIn(facts));
  // All recordings of it, the newest last, so that the newest is the first to be brought back.
  const recordings = facts.filter((fact) => fact.kind === 'activity' && recordedBefore([fact], activity));
  const undone = recordings.map(({ id }) => ({ kind: 'undo', of: id, on: run.today }) as const);
  const after = recordAll(journey, undone, run.recorder());
  const { points, area, on, title } = activity;
  const outcome = changed(run, journey, after, {
    name: 'cmp-remove',
    verb: ['Took back', 'Would take back'],
    what: [`${pointsText(points)} of ${areaName(area)}, ${dayDate(on)}, `, { user: title }],
  });
  return { ...withCycle(outcome, []), hints: ['Bring it back: ascpi redo'] };
}

/** By its title or its id. Fails with `usage` where several have the title, and with `missing` where none has. */
function activityNamed(typed: string, on: Activity['on'] | undefined, activities: readonly Activity[]): Activity {
  const named = activities.filter(({ id, title }) => id === typed || searchable(title) === searchable(typed));
  const found = named.filter((each) => on === undefined || each.on === on);
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (only) {
    const which = found.slice(0, 8).map((each) => `${each.on} ${each.area} ${each.id}`);
    throw new Failure(
      'usage',
      `${found.length} activities are called ${quote(typed)}`,
      `Give the day with --on, or the id: ${which.join(', ')}`,
    );
  }
  const near = closest(
    typed,
    activities.map(({ title }) => title),
  );
  const hint = near ? `Did you mean ${quote(near)}?` : 'List them: ascpi cmp audit';
  throw new Failure('missing', `there is no activity ${quote(typed)}${on ? ` on ${on}` : ''}`, hint);
}
