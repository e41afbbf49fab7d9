// Activities: what earned points, and for which of the credentials that are held.
import type { Fact, FactOf } from './fact.ts';
import { searchable } from './text.ts';

export type Activity = FactOf<'activity'>;

/** What makes two recordings the same activity: its day, area and title. */
const identity = ({ on, area, title }: Pick<Activity, 'on' | 'area' | 'title'>): string =>
  JSON.stringify([on, area, searchable(title)]);

/** By day. One recorded again is corrected: the last word counts, in the place of the first. */
export function activitiesIn(facts: readonly Fact[]): Activity[] {
  const known = new Map<string, Activity>();
  for (const fact of facts) if (fact.kind === 'activity') known.set(identity(fact), fact);
  return [...known.values()].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** The same activity as recorded before. */
export const recordedBefore = (facts: readonly Fact[], activity: Pick<Activity, 'on' | 'area' | 'title'>) =>
  activitiesIn(facts).find((each) => identity(each) === identity(activity));

export const countsFor = ({ credentials }: Pick<Activity, 'credentials'>, credential: string): boolean =>
  credentials === undefined || credentials.includes(credential);
