// A journey to keep, and one more fact for it.
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { beginJourney, type Journey, record } from '../../src/domain/journey.ts';

export const sampleJourney = (id = 'maria-santos'): Journey =>
  beginJourney(id, { name: 'María Santos', credential: 'MLS(ASCPi)', country: 'PH' });

/** The next revision, with a fact of this id. */
export const withFact = (journey: Journey, factId = `fact-${journey.revision}`): Journey =>
  record(
    journey,
    { kind: 'check', on: '2026-03-01' as CivilDate, item: 'transcript', ticked: true },
    { by: 'maria', at: '2026-03-01T08:00:00Z', newId: () => factId },
  );
