// The cohort report as scripts read it.
import { calibrationData } from './calibration.ts';
import type { ReportInput } from './report.ts';
import { changesData } from './report-changes.ts';
import type { Data } from './view.ts';

export function reportData({ cohort, worklist, total, filter, waits, changes, unread }: ReportInput): Data {
  const { candidates, steps, windows, fees } = cohort;
  return {
    candidates,
    total,
    filter,
    steps,
    windows: windows.weeks,
    windowsLater: windows.later,
    windowsMissed: windows.missed,
    atRisk: cohort.worklist.length,
    worklist,
    fees: fees.sums,
    feesUnrecorded: fees.unrecorded,
    waits: waits.rows.map(calibrationData),
    changes: changesData(changes),
    unread,
  };
}
