// The timeline: laws over any facts in any order, and the explanation behind a date.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptsOf } from '../../src/domain/attempts.ts';
import { addDays, type CivilDate, isCivilDate } from '../../src/domain/civil-date.ts';
import { dateIds } from '../../src/domain/dates.ts';
import type { NewFact } from '../../src/domain/fact.ts';
import { Failure } from '../../src/domain/failure.ts';
import { beginJourney, factsOn, type Journey, record } from '../../src/domain/journey.ts';
import { positionOf } from '../../src/domain/position.ts';
import { stepIds } from '../../src/domain/steps.ts';
import { dateNamed, type TimelineDate, timelineOf } from '../../src/domain/timeline.ts';
import { warningsOf } from '../../src/domain/warnings.ts';
import { shippedRulebook } from './shipped.ts';
import { temporalMath } from './temporal-math.ts';

const day = (text: string) => text as CivilDate;
const rulebook = shippedRulebook();

const journeyOf = (facts: readonly NewFact[]): Journey =>
  facts.reduce(
    (journey, fact) =>
      record(journey, fact, {
        by: 'maria',
        at: '2026-12-01T08:00:00Z',
        newId: () => `fact-${journey.facts.length + 1}`,
      }),
    beginJourney('maria-santos', { name: 'Maria Santos', credential: 'MLS(ASCPi)' }),
  );

const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2026-01-01'), days));
const result = fc.constantFrom('pass' as const, 'fail' as const);
const maybe = { requiredKeys: ['kind', 'on'] as ('kind' | 'on')[] };
const anyFact: fc.Arbitrary<NewFact> = fc.oneof(
  fc.record({ kind: fc.constant('eligibility' as const), on: anyDay, route: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('application' as const), on: anyDay }),
  fc.record({ kind: fc.constant('admission' as const), on: anyDay, windowStart: anyDay, windowEnd: anyDay }, maybe),
  fc.record({ kind: fc.constant('schedule' as const), on: anyDay, exam: anyDay }),
  fc.record({ kind: fc.constant('exam' as const), on: anyDay, result }),
  fc.record({ kind: fc.constant('scores' as const), on: anyDay, result }),
  fc.record({ kind: fc.constant('certificate' as const), on: anyDay, expires: anyDay }, maybe),
  fc.record({ kind: fc.constant('declared' as const), on: anyDay }),
  fc.record({ kind: fc.constantFrom('renewed' as const, 'reinstated' as const), on: anyDay, expires: anyDay }),
  fc.record({ kind: fc.constant('held' as const), on: anyDay, credential: fc.constant('MLT(ASCPi)') }),
);
const anyFacts = fc.array(anyFact, { maxLength: 14 });

/** What a state says of the days left. */
const fits = ({ state, daysLeft }: TimelineDate): boolean =>
  ({
    met: true,
    past: daysLeft < 0,
    missed: daysLeft < 0,
    due: daysLeft === 0,
    soon: daysLeft >= 1 && daysLeft <= 14,
    ahead: daysLeft > 14,
  })[state];

describe('laws over any facts, in any order', () => {
  test('every date is a day, counted as Temporal counts, in the state that its days left say', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const { dates, unknown } = timelineOf(journeyOf(facts), today, rulebook);
        for (const each of dates) {
          const { date, earliest, latest, start, daysLeft } = each;
          expect([date, earliest, latest, start].filter((one) => one !== undefined).every(isCivilDate)).toBe(true);
          expect(date === undefined).toBe(earliest !== undefined && latest !== undefined);
          if (earliest && latest) expect(earliest <= latest).toBe(true);
          expect(daysLeft).toBe(temporalMath.daysBetween(today, date ?? latest ?? ''));
          expect([each.id, each.state, fits(each)]).toEqual([each.id, each.state, true]);
        }
        const ids = [...dates, ...unknown].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        // Those of another credential are named for it.
        expect(ids.filter((id) => !dateIds.includes(id.replace(/-mlt$/, '')))).toEqual([]);
      }),
    );
  });

  test('every date has its reasons: a fact first, then the notice or the sourced rule of its basis', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        for (const { id, chain, basis, rule, source } of timelineOf(journeyOf(facts), today, rulebook).dates) {
          expect([id, chain[0]?.kind]).toEqual([id, 'fact']);
          if (basis === 'notice') expect([id, chain.at(-1)?.kind]).toEqual([id, 'notice']);
          if (basis !== 'rule') continue;
          expect(chain.find((link) => link.rule === rule)).toMatchObject({ kind: 'rule', source });
          expect(isCivilDate(chain.find((link) => link.rule === rule)?.checked)).toBe(true);
        }
      }),
    );
  });

  test('facts dated later change nothing', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const known = facts.filter(({ on }) => on <= today);
        const ours = (list: readonly NewFact[]) => {
          const timeline = timelineOf(journeyOf(list), today, rulebook);
          const { dates, unknown } = timeline;
          return { dates, unknown, position: positionOf(timeline, rulebook), warnings: warningsOf(timeline, rulebook) };
        };
        expect(ours(facts)).toEqual(ours(known));
      }),
    );
  });

  test('the fact recorded last of each step is in one attempt, and attempts are counted from 1', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const standing = factsOn(journeyOf(facts), today);
        const attempts = attemptsOf(standing, today, rulebook);
        expect(attempts.map(({ number }) => number)).toEqual(attempts.map((_, index) => index + 1));
        for (const step of stepIds) {
          const last = standing.findLast(({ kind }) => kind === step);
          if (last) expect(attempts.filter((attempt) => attempt.facts[step] === last)).toHaveLength(1);
        }
      }),
    );
  });

  test('one step is current, or all are done; the attempt is the last', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const timeline = timelineOf(journeyOf(facts), today, rulebook);
        const { steps, current, next, attempt } = positionOf(timeline, rulebook);
        expect(steps.map(({ id }) => id)).toEqual([...stepIds]);
        expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
        expect(steps.filter(({ state }) => state === 'current').map(({ id }) => id)).toEqual(current ? [current] : []);
        expect(attempt).toBe(timeline.attempts.length);
        if (current === null) {
          // What may be left to do is to keep the credential.
          expect(next?.command ?? 'ascpi cmp').toMatch(/^ascpi cmp( declare.*)?$/);
          expect(steps.every(({ state }) => state === 'done')).toBe(true);
        } else {
          expect(next?.command).toMatch(new RegExp(`^ascpi done ${current}\\b`));
        }
      }),
    );
  });
});

describe('the explanation of the exam window', () => {
  const admitted = (admission: Omit<NewFact & { kind: 'admission' }, 'kind'>) =>
    dateNamed(timelineOf(journeyOf([{ kind: 'admission', ...admission }]), day('2026-12-01'), rulebook), 'exam-window');

  test('names the fact, the rule with its source and the day it was checked, and the end of the month', () => {
    const [fact, rule, adjustment, ...more] = admitted({ on: day('2026-11-30') })?.chain ?? [];
    expect(fact).toMatchObject({ kind: 'fact', value: expect.stringContaining('Mon 30 Nov 2026') });
    expect(rule).toMatchObject({
      kind: 'rule',
      rule: 'exam-window',
      value: expect.stringMatching(/3 calendar months after Mon 30 Nov 2026/),
      source: expect.stringMatching(/\w/),
      checked: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    expect(adjustment).toMatchObject({ kind: 'adjustment', value: expect.stringMatching(/February 2027.*28th/) });
    expect(more).toEqual([]);
  });

  test('names the notice, and what the rule alone would have given', () => {
    const { chain = [] } = admitted({ on: day('2026-11-30'), windowEnd: day('2027-02-27') }) ?? {};
    expect(chain.at(-1)).toMatchObject({ kind: 'notice', value: expect.stringContaining('Sat 27 Feb 2027') });
    expect(chain.map(({ value }) => value).join('\n')).toMatch(/rule alone would give Sun 28 Feb 2027/);
  });
});

describe('own values of any size', () => {
  test.each(['9999y', '9999mo', '9999w', '9999d', '9999bd', '0d'])(
    '%s is refused, or gives days that exist',
    (text) => {
      const facts: NewFact[] = [
        { kind: 'application', on: day('2026-10-01') },
        { kind: 'admission', on: day('2026-11-30') },
        { kind: 'schedule', on: day('2026-12-10'), exam: day('2027-01-15') },
      ];
      for (const id of ['application-payment', 'exam-window', 'book-by', 'reschedule-notice']) {
        const own = (() => {
          try {
            return shippedRulebook({ [id]: text });
          } catch (error) {
            if (error instanceof Failure && error.kind === 'usage') return undefined;
            throw error;
          }
        })();
        const dates = own ? timelineOf(journeyOf(facts), day('2026-12-15'), own).dates : [];
        const days = dates.flatMap((each) => [each.date, each.earliest, each.latest, each.start]);
        expect([id, days.filter((one) => one !== undefined && !isCivilDate(one))]).toEqual([id, []]);
      }
    },
  );
});
