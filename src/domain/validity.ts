// Validity collisions: a paper or test that ends before the stage that needs it is over, and the days that avoid it.
import { type Checklist, type ChecklistItem, ticksIn } from './checklist.ts';
import { type CivilDate, dayDate } from './civil-date.ts';
import type { Warning } from './contradictions.ts';
import { factsOn, type Journey } from './journey.ts';
import { type PlanInput, planForward } from './plan.ts';
import type { Rulebook } from './rulebook.ts';
import { centreCalendar, openDay } from './sittings.ts';
import { type Stage, type StageId, stages, stagesTo } from './stages.ts';
import { dateNamed, type Timeline } from './timeline.ts';

export interface Validity {
  /** id of its checklist item */
  readonly item: string;
  readonly name: string;
  /** the last day on which it is valid */
  readonly validUntil: CivilDate;
  readonly neededUntil: readonly StageId[];
  /** recorded for the item itself, not computed from a step */
  readonly recorded: boolean;
  /** who says that it is needed */
  readonly source: string;
}

/** A paper ends before the earliest end of the stage (certain), or before its latest end. */
export interface Collision {
  readonly item: string;
  readonly name: string;
  readonly validUntil: CivilDate;
  readonly stage: Stage;
  readonly earliest: CivilDate;
  /** a paper that lasts until this day avoids it */
  readonly latest: CivilDate;
  /** the stage over by this day avoids it too */
  readonly overBy: CivilDate;
  readonly certain: boolean;
  readonly source: string;
}

/** What is recorded to be valid until a day, and is needed for a stage that no ticked paper proves to be over. */
export function validitiesOf(journey: Journey, timeline: Timeline, checklists: () => readonly Checklist[]): Validity[] {
  const ticks = ticksIn(factsOn(journey, timeline.today));
  // The checklists are read only where something ends.
  const hasEnd = [...ticks.values()].some(({ validUntil }) => validUntil) || dateNamed(timeline, 'credential-expires');
  if (!hasEnd) return [];
  const items = checklists().flatMap((list) => list.items);
  const proven = items.filter(({ id }) => ticks.has(id)).map(({ life }) => life?.proves);
  const lastDay = ({ id, life }: ChecklistItem) =>
    life?.date ? dateNamed(timeline, life.date)?.date : ticks.get(id)?.validUntil;
  return items.flatMap((item) => {
    const validUntil = lastDay(item);
    if (!item.life || !validUntil) return [];
    const neededUntil = item.life.neededUntil.filter((stage) => !proven.includes(stage));
    const { id, source, life } = item;
    return [{ item: id, name: life.name, validUntil, neededUntil, recorded: !life.date, source }];
  });
}

interface Range {
  readonly stage: Stage;
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
}

interface Place {
  readonly rulebook: Rulebook;
  readonly country: string | undefined;
}

function collisionOf({ item, name, validUntil, source }: Validity, range: Range, place: Place): Collision[] {
  const { stage, earliest, latest } = range;
  if (validUntil >= latest) return [];
  const calendar = stage.sitting && centreCalendar(place.rulebook, place.country);
  const overBy = calendar ? openDay(place.rulebook, calendar, validUntil, -1) : validUntil;
  return [{ item, name, validUntil, stage, earliest, latest, overBy, certain: validUntil < earliest, source }];
}

/** The stages of a plan that a paper is asked for: those planned, and the first it is needed for wherever that lies. */
export function stagesAsked({ neededUntil, recorded }: Validity, target: StageId): StageId[] {
  const planned = stagesTo(target).map(({ id }) => id);
  return neededUntil.filter((id, index) => planned.includes(id) || (recorded && index === 0));
}

/** Collisions in a plan, those that are certain first. */
export function collisionsIn(input: PlanInput, target: StageId, validities: readonly Validity[]): Collision[] {
  if (validities.length === 0) return [];
  const open = planForward(input, 'work').expected.filter(({ done }) => !done);
  const found = validities.flatMap((validity) =>
    stagesAsked(validity, target).flatMap((id) => {
      const range = open.find(({ stage }) => stage.id === id);
      return range ? collisionOf(validity, range, input) : [];
    }),
  );
  return found.sort((a, b) => Number(b.certain) - Number(a.certain));
}

/** What `status` warns of. The checklists are asked for only where an end is recorded. */
export function validityWarnings(
  journey: Journey,
  timeline: Timeline,
  rulebook: Rulebook,
  checklists: () => readonly Checklist[],
): Warning[] {
  const ticks = [...ticksIn(factsOn(journey, timeline.today)).values()];
  if (!ticks.some(({ validUntil }) => validUntil)) return [];
  const validities = validitiesOf(journey, timeline, checklists);
  const collisions = knownCollisions(timeline, validities, { rulebook, country: journey.profile.country });
  const ended = validities.filter(
    (each) => hasEnded(each, timeline) && !collisions.some(({ item }) => item === each.item),
  );
  return [...collisions.map(collisionWarning), ...ended.map(endedWarning)];
}

/** It has ended, and is needed for a stage that no later step shows to be over. */
function hasEnded({ validUntil, neededUntil, recorded }: Validity, { running, today }: Timeline): boolean {
  if (!recorded || validUntil >= today) return false;
  const reached = stages.findLastIndex(({ id }) => id in running.facts);
  return stages.some(({ id }, index) => index > reached && neededUntil.includes(id));
}

const endedWarning = ({ item, name, validUntil, source }: Validity): Warning => ({
  id: `ended-${item}`,
  message: `your ${name} was valid until ${dayDate(validUntil)}, and you still need it`,
  hint: `Get a new one. Then record it: ${recordIt(item)}`,
  source,
});

/** Collisions that need no assumption: with the day of a booked exam, else with the exam window. */
export function knownCollisions(timeline: Timeline, validities: readonly Validity[], place: Place): Collision[] {
  const range = examRange(timeline, place);
  return range
    ? validities
        .filter(({ neededUntil }) => neededUntil.includes('exam'))
        .flatMap((validity) => collisionOf(validity, range, place))
    : [];
}

function examRange({ running, dates, today }: Timeline, { rulebook, country }: Place): Range | undefined {
  const stage = stages.find(({ id }) => id === 'exam') as Stage;
  const { schedule, exam, scores, certificate } = running.facts;
  if (exam ?? scores ?? certificate) return undefined;
  if (schedule && schedule.exam >= today) return { stage, earliest: schedule.exam, latest: schedule.exam };
  const window = dates.find(({ id, attempt }) => id === 'exam-window' && attempt === running.number);
  if (!window?.date) return undefined;
  const latest = openDay(rulebook, centreCalendar(rulebook, country), window.date, -1);
  if (latest < today) return undefined;
  const earliest = window.start && window.start > today ? window.start : today;
  return { stage, earliest, latest };
}

/** In words, with the two ways out. */
export function collisionWarning({ item, name, validUntil, stage, earliest, latest, ...rest }: Collision): Warning {
  const fixed = earliest === latest;
  const when = fixed
    ? `it is needed for the step ${stage.title} on ${dayDate(latest)}`
    : rest.certain
      ? `the step ${stage.title} is over on ${dayDate(earliest)} at the earliest`
      : `the step ${stage.title} may take until ${dayDate(latest)}`;
  const earlier = rest.overBy >= earliest ? `, or have that step over by ${dayDate(rest.overBy)}` : '';
  return {
    id: `validity-${item}-${stage.id}`,
    message: `your ${name} is valid until ${dayDate(validUntil)}, but ${when}`,
    hint: `Get one that lasts until ${dayDate(latest)}${earlier}. Then record it: ${recordIt(item)}`,
    source: rest.source,
  };
}

const recordIt = (item: string): string =>
  item === 'record-expiry' ? 'ascpi done certificate --expires <date>' : `ascpi check ${item} --valid-until <date>`;
