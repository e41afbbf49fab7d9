// What the views of one journey need, computed as of the day of this run.
import { paperFaults } from '../../domain/document.ts';
import { factsOn, type Journey } from '../../domain/journey.ts';
import { positionOf } from '../../domain/position.ts';
import { timelineOf } from '../../domain/timeline.ts';
import { validityWarnings } from '../../domain/validity.ts';
import { warningsOf } from '../../domain/warnings.ts';
import type { StatusInput } from '../../views/status.ts';
import type { Run } from '../run.ts';

export function statusInput(
  journey: Journey,
  { rulebook, checklists, today }: Pick<Run, 'rulebook' | 'checklists' | 'today'>,
): StatusInput {
  const timeline = timelineOf(journey, today, rulebook());
  return {
    journey,
    timeline,
    position: positionOf(timeline, rulebook()),
    warnings: [
      ...warningsOf(timeline, rulebook()),
      ...paperFaults(factsOn(journey, today)),
      ...validityWarnings(journey, timeline, rulebook(), checklists),
    ],
  };
}
