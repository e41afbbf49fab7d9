// What an offer comes to in a year: worked out by hand, exact to the cent, nothing converted, every missing part named.
import { describe, expect, test } from 'vitest';
import { moneyText } from '../../src/domain/money.ts';
import {
  isAlarming,
  missingParts,
  type Offer,
  type OfferPart,
  offerAfter,
  offerPartIds,
} from '../../src/domain/offer.ts';
import { yearlyOf } from '../../src/domain/offer-total.ts';

const usd = (amount: number, per: 'hour' | 'week' | 'month' | 'year') => ({ amount, currency: 'USD', per });
const php = (amount: number, per: 'month' | 'year') => ({ amount, currency: 'PHP', per });

const worked: readonly [says: string, offer: Offer, totals: readonly string[], missing: readonly OfferPart[]][] = [
  ['nothing is known', {}, [], ['pay', 'housing', 'match', 'premium']],
  ['a year', { pay: usd(70_000, 'year') }, ['USD 70,000'], ['housing', 'match', 'premium']],
  ['12 months', { pay: usd(5_500.5, 'month') }, ['USD 66,006'], ['housing', 'match', 'premium']],
  ['52 weeks', { pay: usd(1_300, 'week') }, ['USD 67,600'], ['housing', 'match', 'premium']],
  ['34 x 36 x 52', { pay: usd(34, 'hour'), hours: 36 }, ['USD 63,648'], ['housing', 'match', 'premium']],
  ['34.55 x 37.5 x 52', { pay: usd(34.55, 'hour'), hours: 37.5 }, ['USD 67,372.50'], ['housing', 'match', 'premium']],
  ['an hour of how many', { pay: usd(34, 'hour') }, [], ['hours', 'housing', 'match', 'premium']],
  [
    'hours do not matter to a salary',
    { pay: usd(60_000, 'year'), hours: 40, housing: 'none', match: 'none', premium: 'none' },
    ['USD 60,000'],
    [],
  ],
  [
    'housing and match are added, the premium is taken off: 70000 + 12000 + 2800 - 1800',
    { pay: usd(70_000, 'year'), housing: usd(1_000, 'month'), match: { percent: 4 }, premium: usd(150, 'month') },
    ['USD 83,000'],
    [],
  ],
  [
    'half a percent of 63,648 is 318.24',
    { pay: usd(34, 'hour'), hours: 36, housing: 'none', match: { percent: 0.5 }, premium: 'none' },
    ['USD 63,966.24'],
    [],
  ],
  ['a share of pay that is not known', { match: { percent: 4 }, housing: 'none', premium: 'none' }, [], ['pay']],
  [
    'a place to live is no money, and not missing',
    { pay: usd(50_000, 'year'), housing: 'provided', match: 'none', premium: 'none' },
    ['USD 50,000'],
    [],
  ],
  [
    'two currencies stand beside each other',
    { pay: usd(50_000, 'year'), housing: php(20_000, 'month'), match: 'none', premium: php(1_000.25, 'month') },
    ['USD 50,000', 'PHP 227,997'],
    [],
  ],
  [
    'a premium above everything else',
    { pay: usd(1, 'year'), housing: 'none', match: 'none', premium: usd(2.1, 'year') },
    ['-USD 1.10'],
    [],
  ],
];

test.each(worked)('%s', (_, offer, totals, missing) => {
  const yearly = yearlyOf(offer);
  expect(yearly.totals.map(moneyText)).toEqual(totals);
  expect(yearly.missing).toEqual(missing);
});

test('each line says where its number comes from', () => {
  const { lines } = yearlyOf({
    pay: usd(34, 'hour'),
    hours: 36,
    housing: usd(1_000, 'month'),
    match: { percent: 4 },
    premium: 'none',
  });
  expect(lines.map(({ part, how }) => [part, how])).toEqual([
    ['pay', 'USD 34 × 36 hours × 52 weeks, all paid'],
    ['housing', 'USD 1,000 × 12 months'],
    ['match', '4 % of the pay, where you pay in'],
    ['premium', 'none'],
  ]);
});

describe('parts', () => {
  const whole: Required<Offer> = {
    pay: usd(34, 'hour'),
    hours: 36,
    housing: 'provided',
    insurance: 'platinum health',
    premium: 'none',
    match: 'none',
    penalty: 'none',
    examPayer: 'agency',
    visascreenPayer: 'employer',
    petitionPayer: 'me',
    familyVisas: 'yes',
  };

  test.each(offerPartIds)('%s is missing unless it was said, and when it is taken back', (part) => {
    expect(missingParts(whole)).toEqual([]);
    expect(missingParts(offerAfter(whole, { [part]: null }))).toEqual([part]);
    expect(offerAfter(offerAfter(whole, { [part]: null }), whole)).toEqual(whole);
  });

  test('who pays, when nobody could say, is missing and alarming; visas of the family are only missing', () => {
    for (const part of ['examPayer', 'visascreenPayer', 'petitionPayer', 'familyVisas'] as const) {
      const offer: Offer = { ...whole, [part]: 'unknown' };
      expect(missingParts(offer)).toEqual([part]);
      expect(isAlarming(part, offer)).toBe(part !== 'familyVisas');
    }
    for (const part of offerPartIds) expect(isAlarming(part, whole)).toBe(false);
  });
});

test.each([
  [0, 'USD 0'],
  [0.1 + 0.2, 'USD 0.30'],
  [999, 'USD 999'],
  [1_000, 'USD 1,000'],
  [1_234_567.891, 'USD 1,234,567.89'],
  [-12_345.6, '-USD 12,345.60'],
])('%d reads %s', (amount, text) => {
  expect(moneyText({ amount, currency: 'USD' })).toBe(text);
});
