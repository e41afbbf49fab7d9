// Planning forwards: when each stage is over at the earliest and at the latest. Nothing is stored.
import { addDays, type CivilDate, dayDate } from './civil-date.ts';
import { applyRule, isUnknown, type Link, type RuleSum, type Unknown } from './derivation.ts';
import { examWindow } from './exam-window.ts';
import type { Rulebook } from './rulebook.ts';
import { centreCalendar, openDay } from './sittings.ts';
import { type Stage, type StageId, stagesTo } from './stages.ts';
import { type StepId, stepIds } from './steps.ts';
import { dateNamed, type Timeline } from './timeline.ts';

export interface Expected {
  readonly stage: Stage;
  /** over; nothing is left to plan */
  readonly done: boolean;
  /** its day is that of a fact; false where a later step only implies that it is over */
  readonly recorded: boolean;
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
  /** rules that its length would need and that have no value: no time is counted for them */
  readonly unknown: readonly string[];
  /** the rules and assumptions of this stage alone */
  readonly chain: readonly Link[];
  /** why, in full: from the facts through every stage it waits for */
  readonly why: readonly Link[];
}

export interface PlanInput {
  readonly timeline: Timeline;
  /** the day from which is planned: today, or the last day of what is tried */
  readonly from: CivilDate;
  readonly rulebook: Rulebook;
  /** where the exam would be taken, ISO code */
  readonly country: string | undefined;
  /** days by which a stage is made shorter, to see what would help */
  readonly relaxed?: Readonly<Partial<Record<StageId, number>>>;
}

export interface Forward {
  readonly expected: readonly Expected[];
  /** the last open day of the centre inside the window, where the window is known */
  readonly lastSitting: CivilDate | undefined;
  /** the exam can't be taken inside its window any more */
  readonly windowFails: boolean;
}

const latestOf = (days: readonly CivilDate[]): CivilDate | undefined => [...days].sort().at(-1);

/** Expected ends of all stages up to a target, as of the timeline's day. */
export function planForward(input: PlanInput, target: StageId): Forward {
  const { timeline, rulebook, country } = input;
  const calendar = centreCalendar(rulebook, country);
  const lastSitting = lastSittingOf(timeline, rulebook, calendar);
  const expected = new Map<StageId, Expected>();
  let windowFails = false;
  for (const stage of stagesTo(target, rulebook.steps)) {
    const known = factDay(stage, input);
    if (known) {
      const { day, done, recorded } = known;
      const why = recorded ? [factOf(stage, day, done)] : [];
      expected.set(stage.id, { stage, done, recorded, earliest: day, latest: day, unknown: [], chain: [], why });
      continue;
    }
    const waited = stage.after.map((id) => expected.get(id) as Expected);
    const range = rangeOf(stage, waited, input);
    if (!stage.sitting) {
      expected.set(stage.id, range);
      continue;
    }
    const earliest = openDay(rulebook, calendar, range.earliest, 1);
    const latest = openDay(rulebook, calendar, range.latest, 1);
    windowFails = lastSitting !== undefined && earliest > lastSitting;
    const limited = lastSitting !== undefined && latest > lastSitting && !windowFails;
    const end = limited ? lastSitting : latest;
    const why = end === range.latest ? range.why : [...range.why, sittingLink(end, range.latest)];
    expected.set(stage.id, { ...range, earliest, latest: end, why });
  }
  return { expected: [...expected.values()], lastSitting, windowFails };
}

/** The day a fact fixes: of a closed step, of a step that a later one implies, or of a booked exam. */
function factDay(
  { id }: Stage,
  { timeline: { running, attempts }, from }: PlanInput,
): { day: CivilDate; done: boolean; recorded: boolean } | undefined {
  const fact = running.facts[id as StepId];
  if (fact) return { day: fact.on, done: true, recorded: true };
  const booked = running.facts.schedule?.exam;
  if (id === 'exam' && booked && booked >= from) return { day: booked, done: false, recorded: true };
  const closed = Object.keys(running.facts).map((kind) => order.indexOf(kind));
  const implied = order.includes(id) && order.indexOf(id) < Math.max(-1, ...closed);
  const carried = id === 'eligibility' && attempts.length > 1;
  return implied || carried ? { day: from, done: true, recorded: false } : undefined;
}

const order: readonly string[] = stepIds;

function rangeOf(stage: Stage, waited: readonly Expected[], input: PlanInput): Expected {
  const { timeline, rulebook, from, relaxed = {} } = input;
  const base = (end: 'earliest' | 'latest') => {
    const day = latestOf(waited.map((each) => each[end])) ?? from;
    return stage.own && day < from ? from : day;
  };
  const less = relaxed[stage.id] ?? 0;
  const again = timeline.running.number > 1 ? inLaterAttempt(stage) : stage;
  const first = spanFrom(again, base('earliest'), rulebook);
  const last = spanFrom(again, base('latest'), rulebook);
  const opening = stage.id === 'admission' ? dateNamed(timeline, 'next-attempt')?.date : undefined;
  const notBefore = latestOf([from, ...(opening && timeline.running.number > 1 ? [opening] : [])]) as CivilDate;
  const clip = (day: CivilDate) => (day < notBefore ? notBefore : day);
  return {
    stage,
    done: false,
    recorded: false,
    earliest: clip(addDays(first.earliest, -less)),
    latest: clip(addDays(last.latest, -less)),
    unknown: last.unknown,
    chain: last.chain,
    why: [...new Set([...waited.flatMap(({ why }) => why), ...last.chain])],
  };
}

const factOf = ({ title }: Stage, day: CivilDate, done: boolean): Link => ({
  kind: 'fact',
  value: `${title} ${done ? 'recorded' : 'booked'} for ${dayDate(day)}`,
});

const sittingLink = (day: CivilDate, wanted: CivilDate): Link => ({
  kind: 'adjustment',
  value:
    day > wanted
      ? `no centre is open on ${dayDate(wanted)}, so ${dayDate(day)} counts`
      : `the exam window has its last sitting on ${dayDate(day)}, before ${dayDate(wanted)}`,
});

/** First and last end of a stage that begins on a day; what has no value in force takes no time and says so in the chain. */
export function spanFrom({ takes }: Stage, start: CivilDate, rulebook: Rulebook) {
  const sums = takes.map((id) => applyRule(rulebook, id, start));
  const known = sums.filter((sum): sum is RuleSum => !isUnknown(sum));
  return {
    unknown: takes.filter((_, index) => isUnknown(sums[index] as RuleSum | Unknown)),
    earliest: latestOf(known.map(({ earliest }) => earliest)) ?? start,
    latest: latestOf(known.map(({ latest }) => latest)) ?? start,
    chain: known.flatMap(({ links }) => links),
  };
}

/** Transcript and evaluation are with the board from the first attempt on. */
export const inLaterAttempt = (stage: Stage): Stage =>
  stage.id === 'admission' ? { ...stage, takes: ['application-review'] } : stage;

function lastSittingOf({ running }: Timeline, rulebook: Rulebook, calendar: string): CivilDate | undefined {
  const window = examWindow(running.facts, rulebook);
  return window && !isUnknown(window) && window.date ? openDay(rulebook, calendar, window.date, -1) : undefined;
}
