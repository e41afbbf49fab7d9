// The profile: changes of it are facts, and whatever is taken back and brought back, the profile follows.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { beginJourney, type Journey, journeyShape, record, standing } from '../../src/domain/journey.ts';
import { changeBetween, joinTags, type Profile, profileAfter } from '../../src/domain/profile.ts';
import { readShape } from '../../src/domain/shape.ts';
import { anyProfile } from './any-profile.ts';

const on = '2026-12-01' as CivilDate;
const recorderFor = ({ facts }: Journey) => ({
  by: 'ana',
  at: '2026-12-01T08:00:00Z',
  newId: () => `fact-${facts.length + 1}`,
});

/** As the commands do it: one fact of what differs, none where nothing does. */
function edit(journey: Journey, after: Profile): Journey {
  const change = changeBetween(journey.profile, after);
  return change ? record(journey, { kind: 'profile', on, ...change }, recorderFor(journey)) : journey;
}
function undo(journey: Journey): Journey {
  const { last } = standing(journey);
  return last ? record(journey, { kind: 'undo', of: last.id, on }, recorderFor(journey)) : journey;
}
function redo(journey: Journey): Journey {
  const { redoable } = standing(journey);
  return redoable ? record(journey, { kind: 'redo', of: redoable.id, on }, recorderFor(journey)) : journey;
}

describe('what differs between two profiles', () => {
  test('is nothing between a profile and itself', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        expect(changeBetween(profile, { ...profile })).toBeUndefined();
      }),
    );
  });

  test('leads from the one to the other, and back', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, (before, after) => {
        const change = changeBetween(before, after);
        if (!change) return expect(after).toEqual(before);
        expect(profileAfter(before, [{ ...change, stands: true }])).toEqual(after);
        expect(profileAfter(after, [{ ...change, stands: false }])).toEqual(before);
        expect(changeBetween(after, before)).toEqual({ set: change.was, was: change.set });
        return undefined;
      }),
    );
  });

  test('names only the fields that differ, and holds null where there is nothing', () => {
    const ana: Profile = { name: 'Ana', credential: 'MLS(ASCPi)', country: 'PH', tags: ['a'] };
    expect(changeBetween(ana, { name: 'Ana', credential: 'MLS(ASCPi)', tags: ['b'], optOut: true })).toEqual({
      set: { country: null, tags: ['b'], optOut: true },
      was: { country: 'PH', tags: ['a'], optOut: null },
    });
  });
});

describe('a journey whose profile changes', () => {
  const anyEdits = fc.array(anyProfile, { minLength: 1, maxLength: 6 });

  test('ends with the last profile, and undo gives back each one before it', () => {
    fc.assert(
      fc.property(anyProfile, anyEdits, (first, edits) => {
        const versions = [beginJourney('ana', first)];
        for (const each of edits) {
          const journey = edit(versions.at(-1) as Journey, each);
          expect(journey.profile).toEqual(each);
          if (journey !== versions.at(-1)) versions.push(journey);
        }
        let journey = versions.at(-1) as Journey;
        for (const { profile } of [...versions].reverse().slice(1)) {
          journey = undo(journey);
          expect(journey.profile).toEqual(profile);
        }
        for (const { profile } of versions.slice(1)) {
          journey = redo(journey);
          expect(journey.profile).toEqual(profile);
        }
        expect(readShape(journeyShape, JSON.parse(JSON.stringify(journey))).ok).toBe(true);
      }),
    );
  });

  test('keeps every field that no standing change touches', () => {
    fc.assert(
      fc.property(
        anyProfile,
        anyProfile,
        fc.array(fc.constantFrom('undo', 'redo'), { maxLength: 8 }),
        (a, b, deeds) => {
          let journey = edit(beginJourney('ana', a), b);
          for (const deed of deeds) journey = deed === 'undo' ? undo(journey) : redo(journey);
          const stands = standing(journey).last !== undefined;
          expect(journey.profile).toEqual(stands ? b : a);
        },
      ),
    );
  });
});

describe('tags', () => {
  test('are joined once each, whatever their case, in the order they came', () => {
    expect(joinTags(['cebu', '2027'], ['CEBU', 'ngày', 'ngay', '2027'])).toEqual(['cebu', '2027', 'ngày']);
    expect(joinTags([], [])).toEqual([]);
  });

  test('are refused where they are too many', () => {
    const many = Array.from({ length: 50 }, (_, index) => `t${index}`);
    expect(joinTags(many, ['T7'])).toHaveLength(50);
    expect(() => joinTags(many, ['one-more'])).toThrow('51 tags are too many');
  });
});
