// A journey only ever grows; undo and redo are facts too, and the facts that stand follow laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import type { Fact, NewFact } from '../../src/domain/fact.ts';
import { beginJourney, factsOn, type Journey, journeyShape, record, standing } from '../../src/domain/journey.ts';
import { readShape } from '../../src/domain/shape.ts';

const day = (text: string) => text as CivilDate;
const END = day('2199-12-31');
const empty = beginJourney('maria-santos', { name: 'María Santos', credential: 'MLS(ASCPi)', country: 'PH' });

const recorderFor = (journey: Journey) => ({
  by: 'maria',
  at: '2026-12-01T08:00:00Z',
  newId: () => `fact-${journey.facts.length + 1}`,
});
const add = (journey: Journey, fact: NewFact): Journey => record(journey, fact, recorderFor(journey));

/** As the commands do it: take back the last fact, bring back the one taken back last; nothing where there is none. */
function undo(journey: Journey, on = day('2026-12-01')): Journey {
  const { last } = standing(journey);
  return last ? add(journey, { kind: 'undo', of: last.id, on }) : journey;
}
function redo(journey: Journey, on = day('2026-12-01')): Journey {
  const { redoable } = standing(journey);
  return redoable ? add(journey, { kind: 'redo', of: redoable.id, on }) : journey;
}

const anyDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays(day('2026-01-01'), days));
const anyFact: fc.Arbitrary<NewFact> = fc.oneof(
  fc.record({ kind: fc.constant('eligibility' as const), on: anyDay, route: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('application' as const), on: anyDay }),
  fc.record({ kind: fc.constant('admission' as const), on: anyDay }),
  fc.record({ kind: fc.constant('schedule' as const), on: anyDay, exam: anyDay }),
  fc.record({
    kind: fc.constant('exam' as const),
    on: anyDay,
    result: fc.constantFrom('pass' as const, 'fail' as const),
  }),
  fc.record({ kind: fc.constant('check' as const), on: anyDay, item: fc.constant('passport'), ticked: fc.boolean() }),
);
type Deed = NewFact | 'undo' | 'redo';
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: anyFact },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 2, arbitrary: fc.constant('redo' as const) },
);
const deeds = fc.array(anyDeed, { maxLength: 25 });

const act = (journey: Journey, deed: Deed): Journey =>
  deed === 'undo' ? undo(journey) : deed === 'redo' ? redo(journey) : add(journey, deed);
const lived = (all: readonly Deed[]): Journey => all.reduce(act, empty);
const idsOn = (journey: Journey, on: CivilDate = END) => factsOn(journey, on).map(({ id }) => id);

describe('a new journey', () => {
  test('has no facts, the first revision, and the shape that is stored', () => {
    expect(empty).toMatchObject({ version: 1, revision: 1, facts: [] });
    expect(readShape(journeyShape, empty).ok).toBe(true);
    expect(standing(empty)).toMatchObject({ last: undefined, redoable: undefined });
  });
});

describe('laws over any history', () => {
  test('it only grows: what was recorded stays as it was, and each fact is one revision', () => {
    fc.assert(
      fc.property(deeds, anyDeed, (past, deed) => {
        const before = lived(past);
        const copy = structuredClone(before);
        const after = act(before, deed);
        expect(before).toEqual(copy);
        expect(after.facts.slice(0, before.facts.length)).toEqual(before.facts);
        expect(after.revision - before.revision).toBe(after.facts.length - before.facts.length);
        expect(after.facts.length - before.facts.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('it has the shape that is stored, and survives being stored', () => {
    fc.assert(
      fc.property(deeds, (past) => {
        const journey = lived(past);
        const read = readShape(journeyShape, JSON.parse(JSON.stringify(journey)));
        expect(read.ok ? read.value : read.faults).toEqual(journey);
      }),
    );
  });

  test('undo then redo leaves the same facts in the same order, and the same to undo and redo', () => {
    fc.assert(
      fc.property(deeds, anyDay, (past, on) => {
        const before = lived(past);
        fc.pre(standing(before).last !== undefined);
        const after = redo(undo(before));
        expect(after.facts).toHaveLength(before.facts.length + 2);
        expect(factsOn(after, on)).toEqual(factsOn(before, on));
        expect(standing(after)).toEqual(standing(before));
      }),
    );
  });

  test('redo then undo, too', () => {
    fc.assert(
      fc.property(deeds, (past) => {
        const before = lived([...past, 'undo']);
        fc.pre(standing(before).redoable !== undefined);
        const after = undo(redo(before));
        expect(idsOn(after)).toEqual(idsOn(before));
        expect(standing(after)).toEqual(standing(before));
      }),
    );
  });

  test('as many redos as undos bring everything back', () => {
    fc.assert(
      fc.property(deeds, fc.integer({ min: 1, max: 30 }), (past, times) => {
        const before = lived(past);
        const standingNow = idsOn(before).length;
        const undone = Math.min(times, standingNow);
        let journey = before;
        for (let time = 0; time < undone; time += 1) journey = undo(journey);
        expect(idsOn(journey)).toHaveLength(standingNow - undone);
        for (let time = 0; time < undone; time += 1) journey = redo(journey);
        expect(idsOn(journey)).toEqual(idsOn(before));
      }),
    );
  });

  test('undo takes back one fact, the last to stand, and no other', () => {
    fc.assert(
      fc.property(deeds, (past) => {
        const before = lived(past);
        const { last } = standing(before);
        fc.pre(last !== undefined);
        const after = undo(before);
        expect(idsOn(after)).toEqual(idsOn(before).filter((id) => id !== last?.id));
        expect(standing(after).undone.has(last?.id ?? '')).toBe(true);
        expect(standing(after).redoable).toEqual(last);
      }),
    );
  });

  test('a new fact stands, is the one to undo, and leaves nothing to redo', () => {
    fc.assert(
      fc.property(deeds, anyFact, (past, fact) => {
        const before = lived(past);
        const after = add(before, fact);
        expect(standing(after).redoable).toBeUndefined();
        expect(standing(after).last).toEqual(after.facts.at(-1));
        expect(idsOn(after)).toEqual([...idsOn(before), after.facts.at(-1)?.id]);
        expect(redo(after)).toBe(after);
      }),
    );
  });

  test('every fact stands or is taken back; an undo or redo is neither', () => {
    fc.assert(
      fc.property(deeds, (past) => {
        const journey = lived(past);
        const { undone } = standing(journey);
        const real = journey.facts.filter(({ kind }) => kind !== 'undo' && kind !== 'redo').map(({ id }) => id);
        expect([...undone, ...idsOn(journey)].sort()).toEqual([...real].sort());
      }),
    );
  });

  test('facts dated later are left out, and none that is not', () => {
    fc.assert(
      fc.property(deeds, anyDay, (past, on) => {
        const journey = lived(past);
        expect(factsOn(journey, on)).toEqual(factsOn(journey, END).filter((fact) => fact.on <= on));
      }),
    );
  });
});

describe('a history worked by hand', () => {
  const application: NewFact = { kind: 'application', on: day('2026-10-01') };
  const admission: NewFact = { kind: 'admission', on: day('2026-11-30') };
  const tick: NewFact = { kind: 'check', on: day('2026-10-02'), item: 'passport', ticked: true };
  const kinds = (journey: Journey, on = END) => factsOn(journey, on).map(({ kind }) => kind);

  test('two undos and one redo', () => {
    let journey = lived([application, tick, admission]);
    journey = undo(undo(journey));
    expect(kinds(journey)).toEqual(['application']);
    expect(standing(journey).redoable).toMatchObject({ kind: 'check' });
    journey = redo(journey);
    expect(kinds(journey)).toEqual(['application', 'check']);
    expect(journey.facts.map(({ kind }) => kind)).toEqual([
      'application',
      'check',
      'admission',
      'undo',
      'undo',
      'redo',
    ]);
  });

  test('a fact of a day stands on that day, not the day before', () => {
    const journey = lived([application, admission]);
    expect(kinds(journey, day('2026-11-29'))).toEqual(['application']);
    expect(kinds(journey, day('2026-11-30'))).toEqual(['application', 'admission']);
    expect(kinds(journey, day('2026-09-30'))).toEqual([]);
  });

  test('what is taken back was never true, on earlier days neither', () => {
    const journey = undo(lived([application, admission]), day('2027-01-10'));
    expect(kinds(journey, day('2026-12-01'))).toEqual(['application']);
  });

  test('taking back what is not there, or twice, changes nothing that stands', () => {
    const once = undo(lived([application, admission]));
    const taken = once.facts.at(-1) as Fact & { kind: 'undo' };
    for (const of of ['fact-99', taken.of, taken.id]) {
      const again = add(once, { kind: 'undo', of, on: day('2026-12-02') });
      expect(kinds(again)).toEqual(['application']);
      expect(standing(again).redoable).toMatchObject({ kind: 'admission' });
    }
    const brought = add(redo(once), { kind: 'redo', of: taken.of, on: day('2026-12-02') });
    expect(kinds(brought)).toEqual(['application', 'admission']);
  });

  test('a fact has its id, its instant and its author; no two facts share an id', () => {
    const journey = lived([application, admission, 'undo', 'redo']);
    expect(journey.facts[0]).toEqual({ ...application, id: 'fact-1', at: '2026-12-01T08:00:00Z', by: 'maria' });
    expect(new Set(journey.facts.map(({ id }) => id)).size).toBe(4);
  });
});

describe('the stored shape refuses', () => {
  const fact = { id: 'fact-1', at: '2026-10-01T08:00:00Z', by: 'maria', kind: 'application', on: '2026-10-01' };
  const stored = { ...empty, revision: 2, facts: [fact] };

  test('nothing in a good one', () => {
    expect(readShape(journeyShape, stored).ok).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ['a newer version', { ...stored, version: 2 }, 'version'],
    ['an id that is a path', { ...stored, id: '../x' }, 'id'],
    ['an id that is a device', { ...stored, id: 'con' }, 'id'],
    ['an empty name', { ...stored, profile: { ...stored.profile, name: ' ' } }, 'profile.name'],
    ['a name that breaks the line', { ...stored, profile: { ...stored.profile, name: 'a\nb' } }, 'profile.name'],
    ['a day that does not exist', { ...stored, facts: [{ ...fact, on: '2026-02-30' }] }, 'facts.0.on'],
    ['a kind of fact nobody knows', { ...stored, facts: [{ ...fact, kind: 'wedding' }] }, 'facts.0.kind'],
    ['a key nobody knows', { ...stored, facts: [{ ...fact, colour: 'red' }] }, 'facts.0.colour'],
    [
      'a time that is none',
      { ...stored, facts: [{ ...fact, kind: 'schedule', exam: '2027-01-15', time: '25:00' }] },
      'facts.0.time',
    ],
    [
      'a fee below nothing',
      { ...stored, facts: [{ ...fact, fee: { amount: -1, currency: 'USD' } }] },
      'facts.0.fee.amount',
    ],
  ])('%s, by its place', (_, journey, place) => {
    const read = readShape(journeyShape, journey);
    expect(read.ok ? [] : read.faults.map((fault) => fault.split(':')[0])).toContain(place);
  });
});
