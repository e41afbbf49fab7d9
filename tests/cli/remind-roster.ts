// Candidates to be reminded of, kept in a home folder as the program itself would keep them.
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { NewFact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey, record } from '../../src/domain/journey.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { storeIn } from './homes.ts';

export const day = (text: string) => text as CivilDate;

/** Due on 15 December 2026, at the rung of 14 days: the end of the exam window, and advice to book. */
const admitted: readonly NewFact[] = [{ kind: 'admission', on: day('2026-11-01'), windowEnd: day('2026-12-29') }];

export function candidate(id: string, profile: Partial<Profile> = {}, facts = admitted): Journey {
  const begun = beginJourney(id, {
    name: `Name of ${id}`,
    credential: 'MLS(ASCPi)',
    email: `${id}@example.org`,
    ...profile,
  });
  return facts.reduce(
    (journey, fact, index) =>
      record(journey, fact, { by: 'tester', at: '2026-11-01T08:00:00Z', newId: () => `${id.slice(0, 20)}-${index}` }),
    begun,
  );
}

/** Saves each revision, so that the last one follows. */
export async function keepIn(home: string, ...journeys: readonly Journey[]): Promise<void> {
  const store = storeIn(home);
  for (const journey of journeys) await store.save({ ...journey, revision: 1 });
}

/** So many candidates, each with one reminder that has come due on 15 December 2026. */
export async function rosterIn(home: string, size: number): Promise<void> {
  const applied: readonly NewFact[] = [{ kind: 'application', on: day('2026-12-01') }];
  const ids = Array.from({ length: size }, (_, index) => `c${String(index).padStart(4, '0')}`);
  // Paid: nothing but the documents is due.
  const paid = applied.map((fact) => ({ ...fact, fee: { amount: 240, currency: 'USD' } }) as NewFact);
  const store = storeIn(home);
  await store.saveAll(ids.map((id) => ({ ...candidate(id, {}, paid), revision: 1 })));
}
