// What waits took in the journeys of a store: for a plan, and for a look back at all of them.
import { calibrate, observedLeast } from '../../domain/calibration.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { calibrationView } from '../../views/calibration.ts';
import type { PlanView } from '../../views/plan.ts';
import type { View } from '../../views/view.ts';
import { readRoster } from '../roster/read-roster.ts';
import type { Run } from '../run.ts';
import { planbookOf } from './plan-of.ts';

/** Over all journeys, whichever is chosen. */
export async function calibrationOf(run: Run, scenario: Scenario): Promise<View> {
  const book = planbookOf(run, scenario);
  const { journeys, unread } = await readRoster(run.store(), await run.store().list());
  const rows = calibrate(journeys, run.today, book);
  return calibrationView({ rows, journeys: journeys.length, unread, least: observedLeast(book, run.today) }, run.today);
}

/** Reading every journey takes time, and fewer than that can hardly hold enough waits. */
export async function observedFor(run: Run, scenario: Scenario): Promise<PlanView['observed']> {
  const book = planbookOf(run, scenario);
  const ids = await run.store().list();
  if (ids.length < observedLeast(book, run.today)) return undefined;
  const { journeys, unread } = await readRoster(run.store(), ids);
  return { rows: calibrate(journeys, run.today, book), unread };
}
