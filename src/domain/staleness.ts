// When what somebody checked with its source is called stale: a rule of this tool, and the days that it judges.
import type { CivilDate } from './civil-date.ts';
import { addPeriod } from './period.ts';
import { describeValue } from './rule.ts';
import type { Rulebook } from './rulebook.ts';

export interface Staleness {
  /** `6 months`; undefined where no rule says it: then nothing is stale */
  readonly after: string | undefined;
  readonly isStale: (checked: CivilDate) => boolean;
}

export function stalenessOn(today: CivilDate, book: Rulebook): Staleness {
  const limit = book.inForce('rules-stale-after', today)?.value;
  const period = limit && 'months' in limit ? limit : undefined;
  return {
    after: period && describeValue(period),
    isStale: (checked) => period !== undefined && addPeriod(checked, period, book.calendars).date < today,
  };
}
