// What changed in a cohort since it was last looked at: who moved, who is late now, who is new or gone, whose exam moved.
import * as v from 'valibot';
import { type CivilDate, civilDateShape } from './civil-date.ts';
import type { Member } from './cohort.ts';
import { isJourneyId } from './journey-id.ts';
import { type StepId, stepIds } from './steps.ts';

const place = v.picklist([...stepIds, 'all-done']);
export type Place = v.InferOutput<typeof place>;

/** Where one candidate stood; an exam that is booked may move. */
const seenShape = v.strictObject({
  id: v.pipe(v.string(), v.check(isJourneyId, 'is not an id of a journey')),
  current: place,
  overdue: v.boolean(),
  exam: v.nullable(civilDateShape),
});
type Seen = v.InferOutput<typeof seenShape>;

/** What a report remembers. It holds ids and no names, so that whoever is erased is named nowhere. */
const snapshotShape = v.strictObject({
  on: civilDateShape,
  candidates: v.array(seenShape),
});
export type Snapshot = v.InferOutput<typeof snapshotShape>;

/** All that is remembered, by a key of what chose the candidates. */
export const rememberedShape = v.strictObject({
  reports: v.array(v.strictObject({ ...snapshotShape.entries, key: v.string() })),
});
export type Remembered = v.InferOutput<typeof rememberedShape>;

/** So many reports are remembered, those remembered last. */
const KEPT = 10;

export interface Move<T> {
  readonly id: string;
  readonly from: T;
  readonly to: T;
}

export interface Changes {
  /** the day of the last report */
  readonly since: CivilDate;
  readonly forward: readonly Move<Place>[];
  /** a failed exam, a lapsed window or a correction leads back */
  readonly back: readonly Move<Place>[];
  readonly overdue: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly exams: readonly Move<CivilDate>[];
}

export const snapshotOf = (members: readonly Member[], today: CivilDate): Snapshot => ({
  on: today,
  candidates: members.map(
    ({ row: { id, current, overdue }, exam }): Seen => ({ id, current: current ?? 'all-done', overdue, exam }),
  ),
});

const rank = (at: Place): number => (at === 'all-done' ? stepIds.length : stepIds.indexOf(at as StepId));

/** Unread candidates are neither gone nor new: nobody knows. */
export function changesSince(last: Snapshot, now: Snapshot, unread: readonly string[] = []): Changes {
  const before = byId(last);
  const after = byId(now);
  const both = [...after].flatMap(([id, is]) => {
    const was = before.get(id);
    return was ? [{ id, was, is }] : [];
  });
  const moves = both
    .filter(({ was, is }) => was.current !== is.current)
    .map(({ id, was, is }): Move<Place> => ({ id, from: was.current, to: is.current }));
  return {
    since: last.on,
    forward: moves.filter(({ from, to }) => rank(to) > rank(from)),
    back: moves.filter(({ from, to }) => rank(to) < rank(from)),
    overdue: both.filter(({ was, is }) => is.overdue && !was.overdue).map(({ id }) => id),
    added: [...after.keys()].filter((id) => !before.has(id)),
    gone: [...before.keys()].filter((id) => !after.has(id) && !unread.includes(id)),
    exams: both.flatMap(({ id, was, is }) =>
      was.exam !== null && is.exam !== null && was.exam !== is.exam ? [{ id, from: was.exam, to: is.exam }] : [],
    ),
  };
}

const byId = ({ candidates }: Snapshot): ReadonlyMap<string, Seen> =>
  new Map(candidates.map((each) => [each.id, each]));

/** With one more report, in place of the last one of the same key. */
export const remember = ({ reports }: Remembered, key: string, snapshot: Snapshot): Remembered => ({
  reports: [...reports.filter((each) => each.key !== key), { ...snapshot, key }].slice(-KEPT),
});

/** Without a candidate, in every report. */
export const forgetting = ({ reports }: Remembered, id: string): Remembered => ({
  reports: reports.map((report) => ({ ...report, candidates: report.candidates.filter((each) => each.id !== id) })),
});
