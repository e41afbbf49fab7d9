// How old the program's own data is as of today, for doctor and the version.
import { checkedDays } from '../domain/checked-days.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { type DataFolder, dataShapes } from '../domain/reference.ts';
import { stalenessOn } from '../domain/staleness.ts';
import { dataFiles } from './data-files.ts';
import type { Run } from './run.ts';

export interface DataAge {
  /** null where no file says when it was checked */
  readonly oldest: CivilDate | null;
  readonly newest: CivilDate | null;
  /** days of checking, and how many of them are stale */
  readonly count: number;
  readonly stale: number;
  /** what is called stale: `6 months` */
  readonly after: string | undefined;
}

/** Fails with `machine` where data can't be read. */
export function dataAge({ context, today, rulebook }: Run): DataAge {
  const folders = Object.keys(dataShapes) as DataFolder[];
  const days = checkedDays(
    folders.flatMap((folder) => dataFiles(context.dataFolder, folder)),
    today,
  );
  const { after, isStale } = stalenessOn(today, rulebook());
  return {
    oldest: days[0] ?? null,
    newest: days.at(-1) ?? null,
    count: days.length,
    stale: days.filter(isStale).length,
    after,
  };
}
