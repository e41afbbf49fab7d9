// Many invented journeys in all places a journey can be in, the same for the same seed.
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import type { Fact, NewFact } from '../../src/domain/fact.ts';
import type { Journey } from '../../src/domain/journey.ts';

const boards = ['MLS(ASCPi)', 'MLS(ASCPi)', 'MLT(ASCPi)', 'MLS(AMT)'] as const;
const currencies = ['USD', 'USD', 'USD', 'PHP'] as const;

/** Numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `today` is the last day on which anything has happened. */
export function generatedCohort(count: number, today: CivilDate, seed = 2026): Journey[] {
  const random = generator(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  return Array.from({ length: count }, (_, index): Journey => {
    const id = `c${String(index).padStart(5, '0')}`;
    const credential = boards[upTo(3)] ?? 'MLS(ASCPi)';
    const isAmt = credential.endsWith('(AMT)');
    const facts: Fact[] = [];
    let day = addDays(today, -upTo(700));
    const happen = (fact: NewFact) => {
      if (fact.on > today) return false;
      const number = String(facts.length).padStart(4, '0');
      facts.push({ id: `f${number}`, at: '2026-01-01T00:00:00Z', by: 'generator', ...fact } as Fact);
      return true;
    };
    const later = (most: number) => {
      day = addDays(day, 1 + upTo(most));
      return day;
    };
    const fee =
      random() < 0.7 ? { fee: { amount: 200 + upTo(6000) / 100, currency: currencies[upTo(3)] ?? 'USD' } } : {};
    const stages: (() => NewFact)[] = [
      () => ({ kind: 'eligibility', on: day, route: 1 + upTo(4) }),
      () => ({ kind: 'application', on: later(60), ...fee }),
      ...(isAmt ? [] : [() => ({ kind: 'admission', on: later(50) }) as NewFact]),
      () => ({ kind: 'schedule', on: later(30), exam: addDays(day, 10 + upTo(60)) }),
      () => ({ kind: 'exam', on: later(60), result: random() < 0.8 ? 'pass' : 'fail' }),
      () => ({ kind: 'scores', on: later(10), result: 'pass' }),
      () => ({ kind: 'certificate', on: later(60) }),
    ];
    const reached = upTo(stages.length);
    for (const stage of stages.slice(0, reached)) if (!happen(stage())) break;
    const owner = ['Ana', 'Ben', 'Chi'][upTo(2)] ?? 'Ana';
    const profile = { name: `Candidate Number ${index}`, credential, country: 'PH', owner, tags: ['cebu'] };
    return { version: 1, id, revision: 1, profile, facts };
  });
}
