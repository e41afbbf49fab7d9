// Merging: nothing recorded of either journey is lost, what stood stands, and who wins is as asked.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey, journeyShape, recordAll, standing } from '../../src/domain/journey.ts';
import { type Difference, merge } from '../../src/domain/merge.ts';
import { changeBetween, type Profile, type ProfileField } from '../../src/domain/profile.ts';
import { readShape } from '../../src/domain/shape.ts';
import { searchable } from '../../src/domain/text.ts';
import { anyProfile } from './any-profile.ts';

const on = '2026-12-01' as CivilDate;
const say = (differences: readonly Difference[]) => JSON.stringify(differences.map(({ field }) => field));
let ids = 0;
const newId = () => {
  ids += 1;
  return `merged-${ids}`;
};
const recorder = { by: 'ana', at: '2026-12-31T08:00:00Z', newId };
const merged = (first: Journey, second: Journey, take: readonly ProfileField[] = []) =>
  merge(first, second, take, { on, recorder, say });

type Deed = 'note' | 'edit' | 'undo' | 'redo' | 'remind';

/** A journey that was lived: deeds at rising instants, two journeys' own ones apart or at the same second. */
function lived(id: string, profile: Profile, deeds: readonly { deed: Deed; minute: number; to: Profile }[]): Journey {
  let journey = beginJourney(id, profile);
  const sorted = [...deeds].sort((one, other) => one.minute - other.minute);
  for (const [index, { deed, minute, to }] of sorted.entries()) {
    const at = `2026-12-01T08:${String(minute).padStart(2, '0')}:00Z`;
    const record = (fact: object) =>
      recordAll(journey, [fact as never], { by: id, at, newId: () => `${id}-fact-${index}` });
    const { last, redoable } = standing(journey);
    const change = changeBetween(journey.profile, to);
    if (deed === 'note') journey = record({ kind: 'note', on, text: `note ${index}` });
    if (deed === 'edit' && change) journey = record({ kind: 'profile', on, ...change });
    if (deed === 'undo' && last) journey = record({ kind: 'undo', on, of: last.id });
    if (deed === 'redo' && redoable) journey = record({ kind: 'redo', on, of: redoable.id });
    if (deed === 'remind') {
      const reminder = { date: 'exam', due: on, rung: 7, channel: 'print', state: 'sent' };
      journey = record({ kind: 'reminder', on, key: `k${index}`, ...reminder });
    }
  }
  return journey;
}

const anyDeeds = fc.array(
  fc.record({
    deed: fc.constantFrom<Deed>('note', 'edit', 'undo', 'redo', 'remind'),
    minute: fc.integer({ min: 0, max: 9 }),
    to: anyProfile,
  }),
  { maxLength: 8 },
);
const anyLife = (id: string) => fc.tuple(anyProfile, anyDeeds).map(([profile, deeds]) => lived(id, profile, deeds));
const bothLives = fc.tuple(anyLife('ana'), anyLife('bea'));

const idsOf = (facts: readonly Fact[]) => facts.map(({ id }) => id);

test('every fact of both is there once, those of each in their own order', () => {
  fc.assert(
    fc.property(bothLives, ([first, second]) => {
      const { journey, added } = merged(first, second);
      const all = idsOf(journey.facts);
      expect(new Set(all).size).toBe(all.length);
      for (const { facts } of [first, second]) {
        expect(all.filter((id) => idsOf(facts).includes(id))).toEqual(idsOf(facts));
        for (const fact of facts) expect(journey.facts).toContainEqual(fact);
      }
      expect(added).toBe(second.facts.length);
      expect(journey).toMatchObject({ id: first.id, revision: first.revision + 1 });
      expect(readShape(journeyShape, JSON.parse(JSON.stringify(journey))).ok).toBe(true);
    }),
  );
});

test('what stood in either stands, and what was taken back stays taken back', () => {
  fc.assert(
    fc.property(bothLives, ([first, second]) => {
      const { undone } = standing(merged(first, second).journey);
      expect([...undone].sort()).toEqual([...standing(first).undone, ...standing(second).undone].sort());
    }),
  );
});

test('the profile is that of the first, completed by the second; tags are joined and an opt-out holds', () => {
  fc.assert(
    fc.property(bothLives, ([first, second]) => {
      const { profile } = merged(first, second).journey;
      const { tags, optOut, ...others } = profile;
      const { tags: _tags, optOut: _optOut, ...wanted } = { ...second.profile, ...first.profile };
      expect(others).toEqual(wanted);
      expect(optOut).toBe(first.profile.optOut ?? second.profile.optOut);
      const keys = (of: Profile) => (of.tags ?? []).map(searchable);
      expect(tags?.slice(0, first.profile.tags?.length)).toEqual(first.profile.tags ?? tags);
      expect(new Set(keys(profile))).toEqual(new Set([...keys(first.profile), ...keys(second.profile)]));
    }),
  );
});

test('fields that are to be taken from the second are, and both values are told', () => {
  const ana = beginJourney('ana', { name: 'Ana', credential: 'MLS(ASCPi)', email: 'a@example.org', owner: 'Ben' });
  const bea = beginJourney('bea', {
    name: 'Ana Cruz',
    credential: 'MLS(ASCPi)',
    email: 'b@example.org',
    country: 'PH',
  });
  const { journey, differences } = merged(ana, bea, ['email']);
  expect(journey.profile).toEqual({ ...ana.profile, email: 'b@example.org', country: 'PH' });
  expect(differences).toEqual([
    { field: 'name', first: 'Ana', second: 'Ana Cruz', kept: 'first' },
    { field: 'email', first: 'a@example.org', second: 'b@example.org', kept: 'second' },
  ]);
  expect(journey.facts.map(({ kind }) => kind)).toEqual(['profile', 'note']);
  expect(journey.facts.at(-1)).toMatchObject({ text: 'Merged with bea. Where they differed: ["name","email"]' });
});

test('the same again adds nothing but a note', () => {
  fc.assert(
    fc.property(bothLives, ([first, second]) => {
      const once = merged(first, second).journey;
      const twice = merged(once, second);
      expect(twice.added).toBe(0);
      expect(twice.journey.profile).toEqual(once.profile);
      expect(idsOf(twice.journey.facts).slice(0, -1)).toEqual(idsOf(once.facts));
    }),
  );
});

describe('where a clock was set back', () => {
  test('an undo still comes after what it takes back', () => {
    const at = (instant: string, id: string, fact: object) =>
      ({ id, at: `2026-12-01T${instant}:00Z`, by: 'x', on, ...fact }) as Fact;
    const note = at('10:00', 'a-note', { kind: 'note', text: 'x' });
    const first: Journey = {
      ...beginJourney('ana', { name: 'Ana', credential: 'MLS(ASCPi)' }),
      facts: [note, at('09:00', 'a-undo', { kind: 'undo', of: 'a-note' })],
    };
    const second: Journey = { ...first, id: 'bea', facts: [at('09:30', 'b-note', { kind: 'note', text: 'y' })] };
    const { journey } = merged(first, second);
    expect(idsOf(journey.facts).slice(0, 3)).toEqual(['b-note', 'a-note', 'a-undo']);
    expect([...standing(journey).undone]).toEqual(['a-note']);
  });
});
